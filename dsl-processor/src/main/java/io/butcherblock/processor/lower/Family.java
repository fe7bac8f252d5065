package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.AdditiveRungeKutta;
import io.butcherblock.processor.model.PartitionedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;

/** The family of methods that a scheme belongs to. */
public enum Family {
  RUNGE_KUTTA("RungeKutta"),
  LINEAR_MULTISTEP("LinearMultistep"),
  PARTITIONED("Partitioned"),
  ADDITIVE("Additive");

  private final String typeName;

  Family(String typeName) {
    this.typeName = typeName;
  }

  static Family of(Scheme scheme) {
    if (scheme instanceof PartitionedRungeKutta) {
      return PARTITIONED;
    }
    if (scheme instanceof AdditiveRungeKutta) {
      return ADDITIVE;
    }
    return scheme instanceof RungeKutta ? RUNGE_KUTTA : LINEAR_MULTISTEP;
  }

  /** The simple name of the type that stands for it in generated code. */
  public String typeName() {
    return typeName;
  }
}
