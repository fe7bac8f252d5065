package io.butcherblock.nn;

import java.util.List;

/**
 * What the compiler proved about a scheme, and what a block of it costs.
 *
 * @param name the name on the command line: {@code kutta3}
 * @param declaredBy the full name of the annotated type
 * @param family {@code Runge-Kutta} or {@code linear multistep}
 * @param order the proved order
 * @param stages the stages of a tableau, or the number of back values k of a recurrence
 * @param evaluations how often one block evaluates the derivative
 * @param depth the longest chain of evaluations that depend on each other
 * @param coefficients the coefficients that a trainable block trains, in the order scale1, scale2,
 *     ...
 * @param text the declaration as written: tableau or recurrence
 * @param trainableProgram the block program with trained coefficients, as text
 * @param frozenProgram the block program with the scheme's own numbers, as text
 * @param realStability the largest r such that the scheme is stable on [-r, 0], or NaN where that
 *     is not computed
 * @param imaginaryStability the largest r such that the scheme is stable on [-ir, ir], or NaN where
 *     that is not computed
 * @param description the first paragraph of the type's documentation comment; may be empty
 */
public record SchemeFacts(
    String name,
    String declaredBy,
    String family,
    int order,
    int stages,
    int evaluations,
    int depth,
    List<Coefficient> coefficients,
    String text,
    String trainableProgram,
    String frozenProgram,
    double realStability,
    double imaginaryStability,
    String description) {

  public SchemeFacts {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * A coefficient that a trainable block trains.
   *
   * @param name the parameter's name: {@code scale3}
   * @param meaning what it is in the scheme, in textbook letters: {@code a31}
   * @param exact its number as exact text: {@code -1/6}
   * @param value its number, rounded
   */
  public record Coefficient(String name, String meaning, String exact, double value) {}
}
