/**
 * Convolutions by Winograd's algorithm, of oneDNN's own bindings beside LibTorch: the oneDNN inside
 * LibTorch has none. Knows tensors, and no network.
 */
package io.butcherblock.onednn;
