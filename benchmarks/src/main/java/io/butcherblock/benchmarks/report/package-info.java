/** What a run of a benchmark tells people, and writes. */
package io.butcherblock.benchmarks.report;
