package io.butcherblock.program;

/**
 * A trained coefficient of a block program, or a free parameter from which coefficients are
 * computed, which is trained by its logit.
 *
 * @param name the parameter's name: {@code scale3}, or that of a free parameter: {@code a}
 * @param meaning the coefficient in the letters of textbooks: {@code a31}
 * @param exact its initial value as a textbook prints it: {@code -1/6}; of a free parameter, {@code
 *     that of 2/3}
 * @param value the double nearest to its initial value; of a free parameter, to that of its logit
 */
public record Coefficient(String name, String meaning, String exact, double value) {}
