package io.butcherblock.nn;

import static java.util.Objects.requireNonNull;

/**
 * What the compiler proved about a scheme. Generated code, and who writes an {@link OdeScheme} by
 * hand, makes it with {@link #builder}.
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
   * Begins the facts of a scheme. Its family, order and stability have to be given; what else is
   * not given is empty, or unknown.
   *
   * @param name the name in a {@link Catalogue}
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

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

  /**
   * Collects facts by name, so that code generated for one version of this library is right with a
   * later one that knows of more of them.
   */
  public static final class Builder {

    private final String name;
    private String declaredBy = "";
    private SchemeFamily family;
    private int order;
    private int blockOrder;
    private String text = "";
    private String block = "One step";
    private String proof = "";
    private SchemeStability stability;
    private String description = "";
    private String tolerance = "";
    private SchemeMeasures measures = SchemeMeasures.UNKNOWN;

    private Builder(String name) {
      this.name = requireNonNull(name, "name");
    }

    /** The full name of the annotated type; empty if not given. */
    public Builder declaredBy(String type) {
      declaredBy = requireNonNull(type, "declaredBy");
      return this;
    }

    /** The family, with the number of stages or back values. */
    public Builder family(SchemeFamily value) {
      family = requireNonNull(value, "family");
      return this;
    }

    /** The proved order, at least 1, of one step and of a chain of blocks. */
    public Builder order(int value) {
      return order(value, value);
    }

    /**
     * The proved order of a multistep scheme.
     *
     * @param recurrence that of its recurrence after accurate starting values, at least 1
     * @param chainOfBlocks that of a chain of blocks, or of the whole network with its start where
     *     history passes from block to block; 0 if it is not consistent
     */
    public Builder order(int recurrence, int chainOfBlocks) {
      order = recurrence;
      blockOrder = chainOfBlocks;
      return this;
    }

    /** The declaration as written: tableau or recurrence; empty if not given. */
    public Builder text(String value) {
      text = requireNonNull(value, "text");
      return this;
    }

    /** What one block does: {@code 4 steps from a zero history}; {@code One step} if not given. */
    public Builder block(String value) {
      block = requireNonNull(value, "block");
      return this;
    }

    /** What has been proved, with one statement on each line; empty if not given. */
    public Builder proof(String value) {
      proof = requireNonNull(value, "proof");
      return this;
    }

    /** Where the scheme is stable. */
    public Builder stability(SchemeStability value) {
      stability = requireNonNull(value, "stability");
      return this;
    }

    /** The first paragraph of the type's documentation comment; empty if not given. */
    public Builder description(String value) {
      description = requireNonNull(value, "description");
      return this;
    }

    /**
     * By how much the conditions of the order may be missed: {@code 1e-14}; if not given they hold
     * exactly.
     */
    public Builder tolerance(String value) {
      tolerance = requireNonNull(value, "tolerance");
      return this;
    }

    /** The measures by which the scheme is chosen; unknown if not given. */
    public Builder measures(SchemeMeasures value) {
      measures = requireNonNull(value, "measures");
      return this;
    }

    /**
     * Returns the facts.
     *
     * @throws NullPointerException if family or stability are not given, with its name as message
     * @throws IllegalStateException if no order is given
     */
    public SchemeFacts build() {
      if (order < 1) {
        throw new IllegalStateException("The order of the scheme " + name + " is not given.");
      }
      return new SchemeFacts(
          name,
          declaredBy,
          requireNonNull(family, "family"),
          order,
          blockOrder,
          text,
          block,
          proof,
          requireNonNull(stability, "stability"),
          description,
          tolerance,
          measures);
    }
  }
}
