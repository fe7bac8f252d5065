/** Weights on disk: safetensors files, ours and those of the official implementation. */
package io.butcherblock.checkpoint;
