/**
 * The formats of files of tensors, whatever the tensors are of: safetensors, and state dicts of
 * PyTorch in both formats of torch.save, with the zip files that the newer one is made of.
 */
package io.butcherblock.tensorfiles;
