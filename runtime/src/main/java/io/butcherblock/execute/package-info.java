/**
 * Runs graphs with tensors: operators made ready with their weights, one after the other, each
 * value released after its last use.
 *
 * <p>Tensors of feature maps are float32 [N, C, H, W].
 */
package io.butcherblock.execute;
