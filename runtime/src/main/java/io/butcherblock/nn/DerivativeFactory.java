package io.butcherblock.nn;

/**
 * Makes the evaluations of a right-hand side G.
 *
 * <p>The compiler generates one for each type annotated with {@code @Derivative}. A hand-written
 * one, a public class with a public constructor without parameters, stands wherever a declared one
 * can; with {@link Registered} it is also found by {@code --derivative}. If its networks are to be
 * exported, it is a {@link DescribedDerivative}.
 */
public interface DerivativeFactory {

  /** The name on the command line. */
  String name();

  /** Makes the derivative of one place in a block and registers its parameters there. */
  Derivative create(DerivativeSite site);

  /** The number of trainable scalars of one derivative with {@code channels} feature maps. */
  long parameters(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation, for each pixel of the feature
   * maps.
   */
  long macsPerPixel(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation that do not grow with the image:
   * those on a mean over all of it.
   */
  default long macsPerImage(int channels) {
    return 0;
  }

  /** How many pixels to each side the result at a pixel depends on; -1 if on the whole image. */
  int radius();
}
