/**
 * How many images or patches a second a network handles on a device, compared with Python's PyTorch
 * in interleaved rounds; and an estimate of the speed-up of several devices.
 */
package io.butcherblock.throughput;
