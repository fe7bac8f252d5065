/** What the annotation processor adds to the time of a compile. */
package io.butcherblock.benchmarks.compile;
