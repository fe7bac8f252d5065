/** Subjects that do the same work, beside the limit of the machine. */
package io.butcherblock.benchmarks.comparison;
