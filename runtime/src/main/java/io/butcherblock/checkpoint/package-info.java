/**
 * Weights on disk: safetensors files, and state dicts of PyTorch in both formats of torch.save; our
 * keys and those of the official implementation.
 */
package io.butcherblock.checkpoint;
