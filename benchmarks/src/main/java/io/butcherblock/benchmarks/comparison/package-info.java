/** Subjects that do the same work, compared with the limit of the machine. */
package io.butcherblock.benchmarks.comparison;
