package io.butcherblock.nn;

import org.bytedeco.pytorch.Tensor;

/** Registers parameters under a common prefix, as {@code body.3} in {@code body.3.conv1.weight}. */
public final class ParameterScope {

  private final Parameters parameters;
  private final String prefix;

  ParameterScope(Parameters parameters, String prefix) {
    this.parameters = parameters;
    this.prefix = prefix;
  }

  /** The scope {@code name} below this one. */
  public ParameterScope child(String name) {
    return new ParameterScope(parameters, qualify(name));
  }

  /**
   * Registers a parameter, which from now on belongs to the network.
   *
   * @param initial its initial value; still the caller's
   * @return the parameter, on the network's device; the network's to close
   */
  public Tensor add(String name, Tensor initial) {
    return parameters.add(qualify(name), initial);
  }

  private String qualify(String name) {
    return prefix.isEmpty() ? name : prefix + "." + name;
  }
}
