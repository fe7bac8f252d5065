/** Where tensors live and how exactly they are multiplied: natives, GPUs, precision, memory. */
package io.butcherblock.device;
