package io.butcherblock.processor.model;

/**
 * A partitioned Runge-Kutta scheme for p' = f(q), q' = g(p), or p' = -f(q), q' = g(p): k_i =
 * f(Q_i), l_i = g(P_i) with P_i = p + h sum_j a_ij k_j from the tableau of p and Q_i = q + h sum_j
 * A_ij l_j from that of q (Hairer, Lubich, Wanner, Geometric Numerical Integration, eq. II.(2.2)).
 *
 * @param p the tableau of p
 * @param q the tableau of q, with as many stages
 * @param hamiltonian whether k_i is -f(Q_i)
 */
public record PartitionedRungeKutta(
    String name, int order, RungeKutta p, RungeKutta q, Tolerance tolerance, boolean hamiltonian)
    implements TableauPair {

  /** A scheme of exact numbers for p' = f(q), q' = g(p). */
  public PartitionedRungeKutta(String name, int order, RungeKutta p, RungeKutta q) {
    this(name, order, p, q, Tolerance.NONE, /* hamiltonian= */ false);
  }

  @Override
  public RungeKutta first() {
    return p;
  }

  @Override
  public RungeKutta second() {
    return q;
  }

  @Override
  public String firstName() {
    return "p";
  }

  @Override
  public String secondName() {
    return "q";
  }

  @Override
  public boolean isExplicit() {
    return separable().sequence().isPresent();
  }

  @Override
  public PartitionedRungeKutta withTolerance(Tolerance other) {
    return new PartitionedRungeKutta(name, order, p, q, other, hamiltonian);
  }

  @Override
  public PartitionedRungeKutta withTableaus(RungeKutta otherP, RungeKutta otherQ) {
    return new PartitionedRungeKutta(name, order, otherP, otherQ, tolerance, hamiltonian);
  }

  /** The same scheme without stages that are equal or unused. */
  public SeparableScheme separable() {
    return SeparableScheme.of(this);
  }
}
