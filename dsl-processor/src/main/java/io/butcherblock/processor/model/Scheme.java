package io.butcherblock.processor.model;

/** An ODE scheme as declared; nothing of it is proved yet. */
public sealed interface Scheme
    permits RungeKutta, EmbeddedPair, IteratedRungeKutta, Multistep, TableauPair, ParametricScheme {

  /** The simple name of the declaring type: {@code Kutta3}. */
  String name();

  /** The order that the declaration claims. */
  int order();

  /** By how much its conditions may be missed. */
  default Tolerance tolerance() {
    return Tolerance.NONE;
  }
}
