package io.butcherblock.graph;

import java.util.List;

/**
 * The weights of a convolution, as they follow from a trained tensor K. Several convolutions may
 * have one K.
 *
 * @param key key of the trained tensor K [out, in, kernel, kernel]; of a transposed convolution,
 *     whose K takes its output to its input, [in, out, kernel, kernel]
 * @param form how the weights follow from K
 */
public record Filter(String key, Form form) {

  /** How the weights of a convolution follow from the trained tensor. */
  public enum Form {
    /** They are K itself. */
    TRAINED,
    /**
     * K^T, the adjoint of the convolution with K for feature maps with zeros around them: in and
     * out exchanged, and the kernel turned by 180 degrees.
     */
    TRANSPOSED,
    /** K - K^T, whose eigenvalues are imaginary. K has as many inputs as outputs. */
    ANTISYMMETRIC
  }

  /**
   * The weights that are the trained tensor.
   *
   * @param key key of the trained tensor
   */
  public static Filter trained(String key) {
    return new Filter(key, Form.TRAINED);
  }

  /** The shape of K for a convolution of {@code in} to {@code out} channels. */
  List<Long> shape(long in, long out, long kernel) {
    return form == Form.TRANSPOSED
        ? List.of(in, out, kernel, kernel)
        : List.of(out, in, kernel, kernel);
  }

  /** {@code conv1.weight}, {@code conv1.weight^T}, {@code conv1.weight - conv1.weight^T}. */
  @Override
  public String toString() {
    return switch (form) {
      case TRAINED -> key;
      case TRANSPOSED -> key + "^T";
      case ANTISYMMETRIC -> key + " - " + key + "^T";
    };
  }
}
