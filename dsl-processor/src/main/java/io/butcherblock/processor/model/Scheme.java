package io.butcherblock.processor.model;

/** An ODE scheme as declared; nothing of it is proved yet. */
public sealed interface Scheme
    permits RungeKutta, IteratedRungeKutta, Multistep, PartitionedRungeKutta {

  /** The simple name of the declaring type: {@code Kutta3}. */
  String name();

  /** The order that the declaration claims. */
  int order();
}
