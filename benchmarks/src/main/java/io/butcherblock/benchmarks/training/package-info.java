/** One training step of OISR-LF-s: ours, the bindings used plainly, and DJL's training API. */
package io.butcherblock.benchmarks.training;
