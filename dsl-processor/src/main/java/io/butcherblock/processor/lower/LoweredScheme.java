package io.butcherblock.processor.lower;

/**
 * A verified scheme made into programs.
 *
 * @param name the simple name of the declaring type
 * @param family {@code Runge-Kutta} or {@code linear multistep}
 * @param order the proved order
 * @param stages the stages of a tableau, or the back values of a recurrence
 * @param condition what the order asks for besides a shared derivative and frozen coefficients, as
 *     the end of a sentence; empty for a one-step scheme
 * @param block what one block does, for its documentation: {@code One step}
 * @param trainable the program with trained coefficients
 * @param frozen the program with the scheme's own numbers
 * @param realStability the largest r such that the scheme is stable on [-r, 0], or NaN
 * @param imaginaryStability the largest r such that it is stable on [-ir, ir], or NaN
 */
public record LoweredScheme(
    String name,
    String family,
    int order,
    int stages,
    String condition,
    String block,
    BlockProgram trainable,
    BlockProgram frozen,
    double realStability,
    double imaginaryStability) {}
