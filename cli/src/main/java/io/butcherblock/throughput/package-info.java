/**
 * What a network does in a second on a device, ours and Python's PyTorch beside it: workloads in
 * rounds, by turns.
 */
package io.butcherblock.throughput;
