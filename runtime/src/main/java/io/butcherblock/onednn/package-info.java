/**
 * Convolutions by Winograd's algorithm, of oneDNN's own bindings beside LibTorch: the oneDNN inside
 * LibTorch has none. Knows tensors, and no network.
 *
 * <p>For any number of threads, of which one computes at a time: each operator holds the lock of
 * its {@link io.butcherblock.onednn.OneDnn} while it works. Who runs several in a row may hold it
 * for all of them.
 */
package io.butcherblock.onednn;
