/** The machine's own limit: the best rate of a convolution by itself, and of a copy. */
package io.butcherblock.benchmarks.limit;
