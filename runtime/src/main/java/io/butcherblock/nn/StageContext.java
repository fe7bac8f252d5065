package io.butcherblock.nn;

/**
 * A place in a block where a vector field stands.
 *
 * @param parameters where its parameters are registered: those of the block
 * @param channels the number C of feature maps
 * @param stage the number of the vector field in its block, from 1
 * @param stages how many vector fields the block has; layer r (from 0) of stage i is numbered
 *     {@code r * stages + i}, as in the state dicts of the official implementation
 */
public record StageContext(ParameterScope parameters, int channels, int stage, int stages) {}
