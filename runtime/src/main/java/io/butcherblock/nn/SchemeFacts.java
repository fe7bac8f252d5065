package io.butcherblock.nn;

/**
 * What the compiler proved about a scheme.
 *
 * @param name the name in a {@link Catalogue}: {@code kutta3}
 * @param declaredBy the full name of the annotated type
 * @param family Runge-Kutta or linear multistep, with the number of its stages or back values
 * @param order the proved order, at least 1
 * @param text the declaration as written: tableau or recurrence
 * @param block what one block does: {@code One step}, {@code 4 steps from a zero history}
 * @param proof what has been proved, with one statement on each line
 * @param stability where the scheme is stable
 * @param description the first paragraph of the type's documentation comment; may be empty
 */
public record SchemeFacts(
    String name,
    String declaredBy,
    SchemeFamily family,
    int order,
    String text,
    String block,
    String proof,
    SchemeStability stability,
    String description) {}
