package io.butcherblock.nn;

/**
 * The place of a vector field in a block.
 *
 * @param channels the number C of feature maps
 * @param stage the number of the vector field in its block, from 1
 * @param stages how many vector fields the block has
 */
public record StageContext(int channels, int stage, int stages) {

  /**
   * The name of a layer in the state dicts of the official implementation, {@code conv6}: layers of
   * one kind are numbered through the block, those of the first kind of all stages first.
   *
   * @param kind what the layer is: {@code conv}
   * @param before how many layers of the kind the vector field has before this one
   */
  public String layer(String kind, int before) {
    return kind + (before * stages + stage);
  }
}
