package io.butcherblock.nn;

import io.butcherblock.graph.NodeWriter;

/**
 * A place in a network's graph where a vector field is evaluated: {@link StageContext} without
 * tensors.
 *
 * @param nodes where its nodes are written; its keys are those of the block
 * @param channels the number C of feature maps
 * @param stage the number of the vector field in its block, from 1
 * @param stages how many vector fields the block has; numbers its layers as in {@link StageContext}
 */
public record GraphContext(NodeWriter nodes, int channels, int stage, int stages) {}
