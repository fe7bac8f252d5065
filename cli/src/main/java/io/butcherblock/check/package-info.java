/**
 * Whether a machine computes what it should, and how fast: device, parity, training, throughput.
 */
package io.butcherblock.check;
