package io.butcherblock.benchmarks.comparison;

/**
 * The work that all do.
 *
 * @param name that their programs have for it
 * @param what it computes, in messages: {@code the enlarged image}
 * @param times how often each does it before it is timed, for what they compute to be compared
 */
public record ComparedWork(String name, String what, int times) {}
