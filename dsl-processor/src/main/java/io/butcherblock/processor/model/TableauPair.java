package io.butcherblock.processor.model;

/**
 * A one-step scheme of two tableaus with the same stages: of the two halves of a state, p and q, or
 * of the two summands of a vector field, f and g.
 */
public sealed interface TableauPair extends Scheme
    permits PartitionedRungeKutta, AdditiveRungeKutta {

  RungeKutta first();

  RungeKutta second();

  /** The member of the annotation that has the first tableau, and what that is of: {@code p}. */
  String firstName();

  /** The same of the second one: {@code q}. */
  String secondName();

  /** Whether the evaluations can be made one after the other. */
  boolean isExplicit();

  /** The same scheme with other numbers. */
  TableauPair withTableaus(RungeKutta otherFirst, RungeKutta otherSecond);

  TableauPair withTolerance(Tolerance other);

  /** The tableau of p, or of f, for {@code true}; the other one for {@code false}. */
  default RungeKutta tableau(boolean isFirst) {
    return isFirst ? first() : second();
  }

  /** The name of a tableau, as {@link #tableau}. */
  default String tableauName(boolean isFirst) {
    return isFirst ? firstName() : secondName();
  }

  /** The same scheme with another tableau in the place of one. */
  default TableauPair withTableau(boolean isFirst, RungeKutta other) {
    return isFirst ? withTableaus(other, second()) : withTableaus(first(), other);
  }
}
