package io.butcherblock.schemes;

import io.butcherblock.program.BlockProgram;

/**
 * What a page shows of a scheme.
 *
 * @param title its name
 * @param text what is said of it: family, order, measures
 * @param stability its region of absolute stability
 * @param program what a block computes
 * @param declaration its tableau or recurrence as it is written
 */
public record SchemeCard(
    String title, String text, StabilityPlot stability, BlockProgram program, String declaration) {}
