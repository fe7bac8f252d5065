package io.butcherblock.nn;

import io.butcherblock.graph.NodeWriter;

/**
 * A place in a network's graph where a derivative is evaluated: {@link DerivativeSite} without
 * tensors.
 *
 * @param nodes where its nodes are written; its keys are those of the block
 * @param channels the number C of feature maps
 * @param stage the number of the derivative in its block, from 1
 * @param stages how many derivatives the block has; numbers its layers as in {@link DerivativeSite}
 */
public record GraphSite(NodeWriter nodes, int channels, int stage, int stages) {}
