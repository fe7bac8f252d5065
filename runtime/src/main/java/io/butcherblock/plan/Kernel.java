package io.butcherblock.plan;

import io.butcherblock.graph.Filter;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Factor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the weights of a convolution are made of: those of the network, with what follows and
 * precedes the convolution folded into them.
 *
 * @param filter the network's weights [out, in, side, side]
 * @param bias key of the network's bias [out]; empty for none
 * @param factors numbers that the result is multiplied by
 * @param colorBefore numbers that are added to the channels of the input; empty for none
 * @param colorAfter numbers that are added to the channels of the result; empty for none
 */
public record Kernel(
    Filter filter,
    Optional<String> bias,
    int in,
    int out,
    int side,
    List<Factor> factors,
    List<Float> colorBefore,
    List<Float> colorAfter) {

  public Kernel {
    factors = List.copyOf(factors);
    colorBefore = List.copyOf(colorBefore);
    colorAfter = List.copyOf(colorAfter);
  }

  /** The network's own. */
  static Kernel of(Node.Convolution node) {
    return new Kernel(
        node.filter(),
        node.bias(),
        node.in(),
        node.out(),
        node.kernel(),
        List.of(),
        List.of(),
        List.of());
  }

  Kernel times(Factor factor) {
    List<Factor> product = new ArrayList<>(factors);
    product.add(factor);
    return new Kernel(filter, bias, in, out, side, product, colorBefore, colorAfter);
  }

  Kernel withColorBefore(List<Float> color) {
    return new Kernel(filter, bias, in, out, side, factors, color, colorAfter);
  }

  Kernel withColorAfter(List<Float> color) {
    return new Kernel(filter, bias, in, out, side, factors, colorBefore, color);
  }

  long macsPerPixel() {
    return (long) side * side * in * out;
  }

  /** {@code 64 -> 64; body.3.conv1, times body.3.scale1}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(in + " -> " + out + "; " + filter);
    factors.forEach(factor -> text.append(" * ").append(name(factor)));
    if (!colorBefore.isEmpty()) {
      text.append(", mean color subtracted");
    }
    if (!colorAfter.isEmpty()) {
      text.append(", mean color added");
    }
    return text.toString();
  }

  private static String name(Factor factor) {
    if (factor instanceof Factor.Trained trained) {
      return trained.coefficient();
    }
    if (factor instanceof Factor.Derived derived) {
      return "(" + derived.formula().text() + ")";
    }
    return factor instanceof Factor.Frozen frozen ? frozen.exact() : "1";
  }
}
