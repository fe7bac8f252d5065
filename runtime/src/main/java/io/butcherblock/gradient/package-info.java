/**
 * The gradient of the loss of a batch: by autograd, with activations that are stored or computed
 * again, or line by line with Winograd convolutions; a batch shared among threads.
 */
package io.butcherblock.gradient;
