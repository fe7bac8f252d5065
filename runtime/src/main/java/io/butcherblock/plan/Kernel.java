package io.butcherblock.plan;

import io.butcherblock.program.Factor;
import java.util.ArrayList;
import java.util.List;

/**
 * What the weights of a convolution are made of: those of the network, with what follows and
 * precedes the convolution folded into them.
 *
 * @param weight key of the network's weights [out, in, side, side]
 * @param bias key of the network's bias [out]
 * @param factors numbers that the result is multiplied by
 * @param colourBefore numbers that are added to the channels of the input; empty for none
 * @param colourAfter numbers that are added to the channels of the result; empty for none
 */
record Kernel(
    String weight,
    String bias,
    int in,
    int out,
    int side,
    List<Factor> factors,
    List<Float> colourBefore,
    List<Float> colourAfter) {

  Kernel {
    factors = List.copyOf(factors);
    colourBefore = List.copyOf(colourBefore);
    colourAfter = List.copyOf(colourAfter);
  }

  /** The network's own. */
  static Kernel of(String weight, String bias, int in, int out, int side) {
    return new Kernel(weight, bias, in, out, side, List.of(), List.of(), List.of());
  }

  Kernel times(Factor factor) {
    List<Factor> product = new ArrayList<>(factors);
    product.add(factor);
    return new Kernel(weight, bias, in, out, side, product, colourBefore, colourAfter);
  }

  Kernel withColourBefore(List<Float> colour) {
    return new Kernel(weight, bias, in, out, side, factors, colour, colourAfter);
  }

  Kernel withColourAfter(List<Float> colour) {
    return new Kernel(weight, bias, in, out, side, factors, colourBefore, colour);
  }

  long macsPerPixel() {
    return (long) side * side * in * out;
  }

  /** {@code 64 -> 64; body.3.conv1, times body.3.scale1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(in + " -> " + out + "; " + weight);
    factors.forEach(factor -> text.append(" * ").append(name(factor)));
    if (!colourBefore.isEmpty()) {
      text.append(", mean colour subtracted");
    }
    if (!colourAfter.isEmpty()) {
      text.append(", mean colour added");
    }
    return text.toString();
  }

  private static String name(Factor factor) {
    if (factor instanceof Factor.Trained trained) {
      return trained.coefficient();
    }
    return factor instanceof Factor.Frozen frozen ? frozen.exact() : "1";
  }
}
