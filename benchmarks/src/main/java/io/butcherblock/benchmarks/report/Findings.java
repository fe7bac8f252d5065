package io.butcherblock.benchmarks.report;

/** What a benchmark has found: a record, which is written as JSON as it is. */
public interface Findings {

  /** For people: a table and what is to be known of it. */
  String text();

  /** Whether {@link #text} names files in the run's folder, which then stays. */
  default boolean namesFiles() {
    return false;
  }
}
