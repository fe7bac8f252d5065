/** What a generated block costs over the same operators written by hand; by JMH. */
package io.butcherblock.benchmarks.blocks;
