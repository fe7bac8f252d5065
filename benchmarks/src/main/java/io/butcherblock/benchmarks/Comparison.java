package io.butcherblock.benchmarks;

/** A workload and the peer that it is held against, compiled in turns by the same javac. */
record Comparison(String name, Workload subject, Workload peer, Javac javac) {}
