package io.butcherblock.nn;

/**
 * What the compiler proved about a scheme.
 *
 * @param name the name in a {@link Catalogue}: {@code kutta3}
 * @param declaredBy the full name of the annotated type
 * @param family Runge-Kutta or linear multistep, with the number of its stages or back values
 * @param order the proved order, at least 1; of a multistep scheme, that of its recurrence after
 *     accurate starting values
 * @param blockOrder the proved order of a chain of blocks, as a network is: each of them starts a
 *     multistep scheme anew, and an inaccurate start is felt in each; or, where history passes from
 *     block to block, that of the whole network with its start; 0 if it is not consistent
 * @param text the declaration as written: tableau or recurrence
 * @param block what one block does: {@code One step}, {@code 4 steps from a zero history}
 * @param proof what has been proved, with one statement on each line
 * @param stability where the scheme is stable
 * @param description the first paragraph of the type's documentation comment; may be empty
 * @param tolerance by how much the conditions of the order may be missed, {@code 1e-14}, of a
 *     scheme that is known in decimals only; empty where they hold exactly, and the order is proved
 * @param measures by which the scheme is chosen
 */
public record SchemeFacts(
    String name,
    String declaredBy,
    SchemeFamily family,
    int order,
    int blockOrder,
    String text,
    String block,
    String proof,
    SchemeStability stability,
    String description,
    String tolerance,
    SchemeMeasures measures) {

  /**
   * The order in words: {@code 3}, {@code 5 to 1e-14}, {@code 1 in a chain of blocks, 2 of the
   * recurrence}.
   */
  public String orderText() {
    if (blockOrder == order) {
      return order + toTolerance();
    }
    boolean carried =
        family instanceof SchemeFamily.LinearMultistep multistep && multistep.carriesHistory();
    return (blockOrder == 0 ? "none" : blockOrder)
        + (carried
            ? " of a network with its starting procedure; "
            : " in a chain of blocks, each of which starts anew; ")
        + order
        + " of the recurrence after accurate starting values";
  }

  /** Whether the order conditions hold exactly, and not only to within a tolerance. */
  public boolean isProved() {
    return tolerance.isEmpty();
  }

  /** What is added to an order: {@code to 1e-14}; empty where the order is proved. */
  public String toTolerance() {
    return isProved() ? "" : " to " + tolerance;
  }
}
