package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.limit.Limit;
import java.util.List;

/**
 * How fast subjects did the same work.
 *
 * @param title what they did
 * @param gigaflop floating-point operations of the work, in 10^9
 * @param subjects ours first
 * @param leftOut who was to do it, too
 * @param limit of the machine in the same rounds
 */
public record PairedResult(
    String title,
    double gigaflop,
    List<SubjectTimes> subjects,
    List<LeftOut> leftOut,
    Limit limit) {}
