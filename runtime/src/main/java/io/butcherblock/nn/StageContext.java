package io.butcherblock.nn;

/**
 * The place of an evaluation of a vector field in its block.
 *
 * @param channels the number C of feature maps
 * @param stage the number of the evaluation in its block, from 1; if all evaluations share their
 *     weights, 1
 * @param stages how many evaluations with weights of their own the block has
 */
public record StageContext(int channels, int stage, int stages) {

  /**
   * The name of a layer as in the state dicts of the official implementation, {@code conv6}. Layers
   * of one kind are numbered through the block: first the first of that kind in each stage, then
   * the second in each stage, and so on.
   *
   * @param kind the kind of layer: {@code conv}
   * @param before how many layers of that kind come before this one in the vector field
   */
  public String layer(String kind, int before) {
    return kind + (before * stages + stage);
  }
}
