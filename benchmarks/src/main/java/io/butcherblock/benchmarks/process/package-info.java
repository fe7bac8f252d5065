/**
 * Programs in processes of their own, which work when they are asked to: two copies of PyTorch do
 * not fit into one process, and memory is counted by process.
 */
package io.butcherblock.benchmarks.process;
