package io.butcherblock.graph;

import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How far around a pixel its value depends on the input.
 *
 * @param pixels to each side, in pixels of the value itself
 * @param side how many of these make the side of an input pixel
 * @param wholeImage whether the value depends on all of the input
 */
record Reach(long pixels, long side, boolean wholeImage) {

  /** The radius of the output of {@code graph} in input pixels; empty for the whole image. */
  static OptionalInt radius(NetworkGraph graph) {
    Map<Value, Reach> reaches = new HashMap<>(Map.of(graph.input(), new Reach(0, 1, false)));
    for (Node node : graph.nodes()) {
      Reach before = node.inputs().stream().map(reaches::get).reduce(Reach::larger).orElseThrow();
      reaches.put(node.output(), node.accept(new Behind(before)));
    }
    Reach output = reaches.get(graph.output());
    // From a part of an input pixel on, all of it counts.
    return output.wholeImage
        ? OptionalInt.empty()
        : OptionalInt.of(Math.toIntExact((output.pixels + output.side - 1) / output.side));
  }

  /** Of two values that an operator reads at once. */
  private Reach larger(Reach other) {
    return new Reach(Math.max(pixels, other.pixels), side, wholeImage || other.wholeImage);
  }

  private Reach further(long more) {
    return new Reach(pixels + more, side, wholeImage);
  }

  /** How far the result of a node reaches whose inputs reach as far as {@code input}. */
  private record Behind(Reach input) implements NodeVisitor<Reach> {

    @Override
    public Reach visit(Node.Convolution node) {
      return input.further(node.kernel() / 2);
    }

    @Override
    public Reach visit(Node.PixelShuffle node) {
      return new Reach(input.pixels * node.factor(), input.side * node.factor(), input.wholeImage);
    }

    @Override
    public Reach visit(Node.GlobalMean node) {
      return new Reach(0, input.side, true);
    }

    @Override
    public Reach visit(Node.ChannelSlice node) {
      return input;
    }

    @Override
    public Reach visit(Node.Concatenation node) {
      return input;
    }

    @Override
    public Reach visit(Node.Opaque node) {
      OptionalInt radius = node.size().radius();
      return radius.isPresent() ? input.further(radius.getAsInt()) : new Reach(0, input.side, true);
    }

    @Override
    public Reach visit(Node.AddColor node) {
      return input;
    }

    @Override
    public Reach visit(Node.PRelu node) {
      return input;
    }

    @Override
    public Reach visit(Node.Relu node) {
      return input;
    }

    @Override
    public Reach visit(Node.LinearCombination node) {
      return input;
    }

    @Override
    public Reach visit(Node.Sigmoid node) {
      return input;
    }

    @Override
    public Reach visit(Node.ScaleChannels node) {
      return input;
    }

    @Override
    public Reach visit(Node.Product node) {
      return input;
    }
  }
}
