package io.butcherblock.benchmarks.contest;

import io.butcherblock.benchmarks.limit.Limit;
import java.util.List;

/** What a contest has shown; our standing comes first. */
public record SubjectResult(String title, double gigaflop, List<SubjectTimes> scores, Limit limit) {}
