package io.butcherblock.synthetic;

/**
 * What makes synthetic images more like photographs than plain dead leaves are. Each can be left
 * out, to measure what it is worth.
 */
public enum Ingredient {
  /** Outlines that are not convex: blobs, stars, arcs, rings, and shapes with a part cut away. */
  SHAPES,
  /** Objects that come in groups: foliage, strands, rows of windows. */
  GROUPS,
  /** Textures of many spectra, spots, bricks, dots, gratings in perspective, bent lines. */
  TEXTURES,
  /** Light that falls off over curved objects, and multiplies their color. */
  LIGHT,
  /** Colors as photographs have them: blue against yellow, alike where objects are near. */
  COLORS,
  /** A depth at which objects are sharp; those nearer and farther are out of focus. */
  DEPTH,
  /** Shadows that objects cast on what lies behind them. */
  SHADOWS,
  /** Images from slightly blurred to slightly sharpened, as cameras and resizing make them. */
  LENS
}
