/**
 * Tasks timed in interleaved rounds, what their times say (medians, ratios, intervals), where they
 * were measured, and processes that answer line by line. The commands' measurements and the
 * benchmarks both use it.
 */
package io.butcherblock.measure;
