package io.butcherblock.plan;

import io.butcherblock.graph.Assignment;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;

/** An operator of a plan: makes a tensor from others. */
public sealed interface Operation extends Assignment {

  /** What someone does with operators, one method for each kind. */
  interface Visitor<R> {

    R visit(Passthrough operation);

    R visit(AddColor operation);

    R visit(PixelShuffle operation);

    R visit(Pad operation);

    R visit(Convolve operation);

    R visit(Sum operation);

    R visit(FusedUpsample operation);

    R visit(Reorder operation);

    R visit(WinogradConvolve operation);

    R visit(BlockedPRelu operation);
  }

  /** Calls the visitor's method for this kind of operator. */
  <R> R accept(Visitor<R> visitor);

  /** Multiply-accumulates of convolutions for each pixel of the operator's input. */
  default long macsPerPixel() {
    return 0;
  }

  /** Bytes of tensors inside the operator, for each pixel of its input. */
  default long bytesInside() {
    return 0;
  }

  /** An operator that reads one tensor. */
  sealed interface Unary extends Operation {

    Value input();

    @Override
    default List<Value> inputs() {
      return List.of(input());
    }
  }

  /** An operator of the network's graph that is run as it is there. */
  record Passthrough(Node node) implements Operation {

    @Override
    public Value output() {
      return node.output();
    }

    @Override
    public List<Value> inputs() {
      return node.inputs();
    }

    @Override
    public long macsPerPixel() {
      return node.macsPerPixel();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return node.toString();
    }
  }

  /** {@link Node.AddColor}, which can be folded into a convolution. */
  record AddColor(Node.AddColor node) implements Unary {

    @Override
    public Value output() {
      return node.output();
    }

    @Override
    public Value input() {
      return node.input();
    }

    List<Float> color() {
      return node.color();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return node.toString();
    }
  }

  /** {@link Node.PixelShuffle}, which can be fused with the convolutions around it. */
  record PixelShuffle(Node.PixelShuffle node) implements Unary {

    @Override
    public Value output() {
      return node.output();
    }

    @Override
    public Value input() {
      return node.input();
    }

    int factor() {
      return node.factor();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return node.toString();
    }
  }

  /**
   * The image with a frame of {@code margin} pixels of one color around it. A convolution that
   * takes zeros around an image from which that color has been subtracted gives the same without
   * zeros and without subtracting.
   */
  record Pad(Value output, Value input, List<Float> color, int margin) implements Unary {

    public Pad {
      color = List.copyOf(color);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = frame(%s; %s px of the mean color)".formatted(output, input, margin);
    }
  }

  /**
   * A convolution.
   *
   * @param padding pixels of zeros around the input
   */
  record Convolve(Value output, Value input, Kernel kernel, int padding) implements Unary {

    @Override
    public long macsPerPixel() {
      return kernel.macsPerPixel();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = conv%sx%s(%s; %s)"
          .formatted(output, kernel.side(), kernel.side(), input, kernel);
    }
  }

  /** The sum of the terms. */
  record Sum(Value output, List<Term> terms) implements Operation {

    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Value> inputs() {
      return terms.stream().map(Term::value).distinct().toList();
    }

    @Override
    public List<Term> sum() {
      return terms;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = " + Term.sum(terms);
    }
  }

  /**
   * The end of a network, in one: a convolution, a pixel shuffle by {@code factor}, and a
   * convolution. Everything between them is linear, so that away from the border they are one
   * convolution of the small feature maps, with few channels behind it to be shuffled.
   */
  record FusedUpsample(Value output, Value input, Kernel first, int factor, Kernel second)
      implements Unary {

    /** The side of the one convolution: each of the two reaches one small pixel further. */
    int side() {
      return first.side() + second.side() - 1;
    }

    /** The output channels of the one convolution. */
    int out() {
      return second.out() * factor * factor;
    }

    @Override
    public long macsPerPixel() {
      return (long) side() * side() * first.in() * out();
    }

    @Override
    public long bytesInside() {
      return Float.BYTES * (long) out();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = shuffle%s(conv%sx%s(%s; %s -> %s; %s and %s in one))"
          .formatted(
              output,
              factor,
              side(),
              side(),
              input,
              first.in(),
              out(),
              first.filter(),
              second.filter() + (second.colorAfter().isEmpty() ? "" : ", mean color added"));
    }
  }

  /**
   * Feature maps brought into oneDNN's blocked layout, or out of it.
   *
   * @param intoBlocks whether into it
   */
  record Reorder(Value output, Value input, boolean intoBlocks) implements Unary {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = reorder(%s; %s)"
          .formatted(output, input, intoBlocks ? "nhwc to nChw16c" : "nChw16c to nhwc");
    }
  }

  /** A 3x3 convolution with zeros around it by Winograd's algorithm, in the blocked layout. */
  record WinogradConvolve(Value output, Value input, Kernel kernel) implements Unary {

    /** As declared: those of the algorithm are a quarter of them. */
    @Override
    public long macsPerPixel() {
      return kernel.macsPerPixel();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = winograd4x4-conv3x3(%s; %s)".formatted(output, input, kernel);
    }
  }

  /**
   * {@link Node.PRelu} in the blocked layout.
   *
   * @param slope key of the slopes [channels]
   */
  record BlockedPRelu(Value output, Value input, String slope) implements Unary {

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = prelu(%s; %s)".formatted(output, input, slope);
    }
  }
}
