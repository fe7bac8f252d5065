package io.butcherblock.graph;

import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operator of a network's graph: makes a new tensor from others. Feature maps are float32 [N,
 * C, H, W].
 */
public sealed interface Node extends Assignment {

  /**
   * Calls the method of {@code visitor} for this kind of node.
   *
   * @return what that method returns
   */
  <R> R accept(NodeVisitor<R> visitor);

  /** The shapes of the parameters that the node reads, by their keys; empty if it has none. */
  default Map<String, List<Long>> parameters() {
    return Map.of();
  }

  /** The multiply-accumulates of the node's convolutions, for each pixel of its first input. */
  default long macsPerPixel() {
    return 0;
  }

  /** This node if it is opaque tensor code, else empty. */
  default Optional<Opaque> opaque() {
    return Optional.empty();
  }

  /** A node that reads one tensor. */
  sealed interface Unary extends Node {

    /** The tensor that the node reads. */
    Value input();

    @Override
    default List<Value> inputs() {
      return List.of(input());
    }
  }

  /**
   * Adds a constant to each channel. The constants belong to the network and are not trained.
   *
   * @param output feature maps of the size of {@code input}
   * @param input feature maps
   * @param color what is added, a number for each channel
   */
  record AddColor(Value output, Value input, List<Float> color) implements Unary {

    public AddColor {
      color = List.copyOf(color);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = " + input + " + color " + color;
    }
  }

  /**
   * Convolution with stride 1, with zeros around the image such that it keeps its size.
   *
   * @param output feature maps [N, out, H, W]
   * @param input feature maps [N, in, H, W]
   * @param filter the weights [out, in, kernel, kernel]
   * @param bias key of the bias [out]; empty for none
   * @param in the number of input channels
   * @param out the number of output channels
   * @param kernel side of the kernel in pixels, odd
   */
  record Convolution(
      Value output, Value input, Filter filter, Optional<String> bias, int in, int out, int kernel)
      implements Unary {

    @Override
    public Map<String, List<Long>> parameters() {
      Map<String, List<Long>> shapes = new LinkedHashMap<>();
      shapes.put(filter.key(), filter.shape(in, out, kernel));
      bias.ifPresent(key -> shapes.put(key, List.of((long) out)));
      return shapes;
    }

    @Override
    public long macsPerPixel() {
      return (long) kernel * kernel * in * out;
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = conv%sx%s(%s; %s -> %s; %s%s)"
          .formatted(
              output,
              kernel,
              kernel,
              input,
              in,
              out,
              filter,
              bias.map(key -> ", " + key).orElse(""));
    }
  }

  /**
   * Parametric ReLU: x where x is positive, else slope times x.
   *
   * @param output feature maps of the size of {@code input}
   * @param input feature maps
   * @param slope key of the slopes [channels], one for each channel
   * @param channels the number of feature maps
   */
  record PRelu(Value output, Value input, String slope, int channels) implements Unary {

    @Override
    public Map<String, List<Long>> parameters() {
      return Map.of(slope, List.of((long) channels));
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = prelu(%s; %s)".formatted(output, input, slope);
    }
  }

  /**
   * Rectified linear unit: x where x is positive, else 0.
   *
   * @param output feature maps of the size of {@code input}
   * @param input feature maps
   */
  record Relu(Value output, Value input) implements Unary {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = relu(" + input + ")";
    }
  }

  /**
   * The sum of the terms.
   *
   * @param output feature maps of the size of the terms
   * @param terms at least one; a trained factor is the key of a parameter [1], and a derived one is
   *     computed from such parameters
   */
  record LinearCombination(Value output, List<Term> terms) implements Node {

    public LinearCombination {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Term> sum() {
      return terms;
    }

    @Override
    public List<Value> inputs() {
      return terms.stream().map(Term::value).distinct().collect(Collectors.toList());
    }

    @Override
    public Map<String, List<Long>> parameters() {
      Map<String, List<Long>> shapes = new LinkedHashMap<>();
      for (Term term : terms) {
        if (term.factor() instanceof Factor.Trained trained) {
          shapes.put(trained.coefficient(), List.of(1L));
        } else if (term.factor() instanceof Factor.Derived derived) {
          derived.formula().parameters().forEach(p -> shapes.put(p.name(), List.of(1L)));
        }
      }
      return shapes;
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = " + Term.sum(terms);
    }
  }

  /**
   * Sub-pixel rearrangement: makes feature maps {@code factor} times as wide and high from {@code
   * factor}^2 times as many. Output channel c, pixel (factor y + i, factor x + j) is input channel
   * c factor^2 + i factor + j, pixel (y, x).
   *
   * @param output feature maps [N, C, factor H, factor W]
   * @param input feature maps [N, C factor^2, H, W]
   * @param factor at least 2
   */
  record PixelShuffle(Value output, Value input, int factor) implements Unary {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = shuffle%s(%s)".formatted(output, factor, input);
    }
  }

  /**
   * The mean of each channel over the whole image.
   *
   * @param output [N, C, 1, 1]
   * @param input feature maps [N, C, H, W]
   */
  record GlobalMean(Value output, Value input) implements Unary {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = mean(" + input + ")";
    }
  }

  /**
   * The logistic function 1 / (1 + exp(-x)).
   *
   * @param output a tensor of the size of {@code input}
   * @param input a tensor
   */
  record Sigmoid(Value output, Value input) implements Unary {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = sigmoid(" + input + ")";
    }
  }

  /**
   * Multiplies each channel by a number of its own.
   *
   * @param output feature maps of the size of {@code input}
   * @param input feature maps [N, C, H, W]
   * @param share the numbers [N, C, 1, 1]
   */
  record ScaleChannels(Value output, Value input, Value share) implements Node {

    @Override
    public List<Value> inputs() {
      return List.of(input, share);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = " + input + " * " + share;
    }
  }

  /**
   * The product of feature maps, element by element: a gate, if one of them lies between 0 and 1.
   *
   * @param output feature maps of the size of {@code input}
   * @param input feature maps [N, C, H, W]
   * @param gate feature maps of the same size, or a single one [N, 1, H, W] for all channels
   */
  record Product(Value output, Value input, Value gate) implements Node {

    @Override
    public List<Value> inputs() {
      return Stream.of(input, gate).distinct().toList();
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output + " = " + input + " * " + gate;
    }
  }

  /**
   * Some of the channels of feature maps, as values of their own.
   *
   * @param output feature maps [N, count, H, W]
   * @param input feature maps [N, C, H, W]
   * @param from the first channel, from 0
   * @param count how many channels, at least 1
   */
  record ChannelSlice(Value output, Value input, int from, int count) implements Unary {

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = channels %s to %s of %s".formatted(output, from, from + count - 1, input);
    }
  }

  /**
   * Feature maps of the same size with their channels one after the other.
   *
   * @param output feature maps [N, C1 + C2 + ..., H, W]
   * @param inputs at least two different values, each with the same number of channels
   */
  record Concatenation(Value output, List<Value> inputs) implements Node {

    public Concatenation {
      inputs = List.copyOf(inputs);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return output
          + " = concatenated("
          + inputs.stream().map(Value::toString).collect(Collectors.joining(", "))
          + ")";
    }
  }

  /**
   * An evaluation of a vector field that is tensor code: only its cost is known.
   *
   * @param output feature maps of the size of {@code input}
   * @param input feature maps
   * @param key names the evaluation's weights, and the tensor code to which they belong: {@code
   *     body.3.evaluation2}; evaluations that share their weights have one key
   * @param vectorField the name of the vector field
   * @param implementedBy the full name of the class that contains the tensor code
   * @param size what one evaluation costs
   */
  record Opaque(
      Value output,
      Value input,
      String key,
      String vectorField,
      String implementedBy,
      GraphSize size)
      implements Unary {

    @Override
    public long macsPerPixel() {
      return size.macsPerPixel();
    }

    @Override
    public Optional<Opaque> opaque() {
      return Optional.of(this);
    }

    @Override
    public <R> R accept(NodeVisitor<R> visitor) {
      return visitor.visit(this);
    }

    @Override
    public String toString() {
      return "%s = %s(%s; opaque, %s)".formatted(output, vectorField, input, key);
    }
  }
}
