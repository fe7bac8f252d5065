/**
 * How many images or patches a second a network handles on a device: ours, and Python's PyTorch
 * beside it, in interleaved rounds; and what several devices would gain, on paper.
 */
package io.butcherblock.throughput;
