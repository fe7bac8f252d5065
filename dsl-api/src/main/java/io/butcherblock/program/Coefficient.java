package io.butcherblock.program;

/**
 * A trained coefficient of a block program.
 *
 * @param name the parameter's name: {@code scale3}
 * @param meaning the coefficient in the letters of textbooks: {@code a31}
 * @param exact its initial value as a textbook prints it: {@code -1/6}
 * @param value the double nearest to its initial value
 */
public record Coefficient(String name, String meaning, String exact, double value) {}
