/** Tasks timed in turns, what their times say, and the report of a run. */
package io.butcherblock.benchmarks.measure;
