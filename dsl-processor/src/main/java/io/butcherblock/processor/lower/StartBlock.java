package io.butcherblock.processor.lower;

/**
 * One of the first blocks of a network whose blocks carry the history of a multistep scheme on:
 * there is less of it yet, and the starting procedure takes its first steps.
 *
 * @param trainable the program with trained coefficients
 * @param frozen the program with the scheme's own numbers
 * @param parametric the program whose coefficients are functions of free parameters; the frozen one
 *     where none is
 */
public record StartBlock(
    LoweredProgram trainable, LoweredProgram frozen, LoweredProgram parametric) {}
