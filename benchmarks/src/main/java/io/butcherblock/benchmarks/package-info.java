/** Chooses and reports the benchmarks; each has a package of its own. */
package io.butcherblock.benchmarks;
