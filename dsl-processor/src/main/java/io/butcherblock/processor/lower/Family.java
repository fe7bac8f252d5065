package io.butcherblock.processor.lower;

/** The family of methods that a scheme belongs to. */
public enum Family {
  RUNGE_KUTTA("RungeKutta"),
  LINEAR_MULTISTEP("LinearMultistep");

  private final String typeName;

  Family(String typeName) {
    this.typeName = typeName;
  }

  /** The simple name of the type that stands for it in generated code. */
  public String typeName() {
    return typeName;
  }
}
