package io.butcherblock.nn;

import io.butcherblock.execute.TensorSource;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Registers parameters under a common prefix: {@code body.3} for {@code body.3.conv1.weight}. */
public final class ParameterScope {

  private final Parameters parameters;
  private final String prefix;

  ParameterScope(Parameters parameters, String prefix) {
    this.parameters = parameters;
    this.prefix = prefix;
  }

  /**
   * The scope with a longer prefix.
   *
   * @param name added to the prefix behind a dot
   */
  public ParameterScope child(String name) {
    return new ParameterScope(parameters, qualify(name));
  }

  /**
   * Registers a parameter, which is trained from now on. One of four dimensions, as filters have
   * them, is laid out channels last.
   *
   * @param name added to the prefix behind a dot
   * @param initial its initial value, which is copied to the network's device; stays the caller's
   * @return the parameter, on the network's device; the network owns and closes it
   * @throws IllegalArgumentException if there is a parameter of that name already
   */
  public Tensor add(String name, Tensor initial) {
    return parameters.add(qualify(name), initial);
  }

  /**
   * Registers a parameter with random initial values, drawn from {@link #generator}.
   *
   * @param name added to the prefix behind a dot
   * @param bound the values are uniform in -bound..bound
   * @param shape its sizes, outermost first
   * @return the parameter, on the network's device; the network owns and closes it
   * @throws IllegalArgumentException if there is a parameter of that name already
   */
  public Tensor uniform(String name, double bound, long... shape) {
    try (Tensor initial = torch.empty(shape)) {
      initial.uniform_(-bound, bound, generator());
      return add(name, initial);
    }
  }

  /**
   * Registers a parameter all of whose values are initially the same.
   *
   * @param name added to the prefix behind a dot
   * @param value the initial value
   * @param shape its sizes, outermost first
   * @return the parameter, on the network's device; the network owns and closes it
   * @throws IllegalArgumentException if there is a parameter of that name already
   */
  public Tensor constant(String name, double value, long... shape) {
    try (Scalar scalar = new Scalar(value);
        Tensor initial = torch.full(shape, scalar)) {
      return add(name, initial);
    }
  }

  /**
   * The generator that random initial values are drawn from; an empty one stands for the default
   * generator of the process. The network owns and closes it.
   */
  public GeneratorOptional generator() {
    return parameters.generator();
  }

  /** Whether a parameter of this name has been registered here. */
  boolean has(String name) {
    return parameters.byName().containsKey(qualify(name));
  }

  /** The parameters here by name, and constants, for graphs without opaque evaluations. */
  TensorSource tensors() {
    return new TensorSource() {
      @Override
      public Tensor parameter(String key) {
        return parameters.byName().get(qualify(key));
      }

      @Override
      public Tensor channelConstant(List<Float> values) {
        return parameters.channelConstant(values);
      }

      @Override
      public UnaryOperator<Tensor> opaque(String key) {
        throw new IllegalStateException("There is no tensor code for " + key + ".");
      }
    };
  }

  private String qualify(String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
