/** Subjects that do the same work, beside the machine's limit. */
package io.butcherblock.benchmarks.contest;
