package io.butcherblock.degrade;

import io.butcherblock.image.Image;
import io.butcherblock.image.Symmetry;
import java.util.random.RandomGenerator;

/**
 * A square part of a low-resolution image around a patch, which is compressed in place of the whole
 * image: it begins at the border of a block, consists of whole blocks, and holds all that the patch
 * depends on. Where the patch lies in it, and with it the borders of blocks, is drawn.
 *
 * @param x its column in the low-resolution image; may lie outside of it
 * @param y its row in the low-resolution image
 * @param side in pixels, a multiple of 16
 * @param patchX the column of the patch in it
 * @param patchY the row of the patch in it
 * @param patch the side of the patch
 */
record Surroundings(int x, int y, int side, int patchX, int patchY, int patch) {

  /** Pixels that share a block of color where it is subsampled. */
  private static final int GRID = 16;

  /** Pixels around the patch that interpolation of color reads. */
  private static final int MARGIN = 2;

  /** Surroundings of a patch, at one of all places of the grid. */
  static Surroundings of(int x, int y, int patch, RandomGenerator random) {
    int patchX = MARGIN + random.nextInt(GRID);
    int patchY = MARGIN + random.nextInt(GRID);
    int most = MARGIN + GRID - 1 + patch + MARGIN;
    int side = (most + GRID - 1) / GRID * GRID;
    return new Surroundings(x - patchX, y - patchY, side, patchX, patchY, patch);
  }

  /**
   * Reads a square of an image, which is continued beyond its borders by mirroring.
   *
   * @param image RGB
   * @return planes [3, length, length]
   */
  static float[] square(Image image, int x, int y, int length) {
    float[] planes = new float[3 * length * length];
    int to = 0;
    for (int c = 0; c < 3; c++) {
      for (int row = 0; row < length; row++) {
        int from = mirrored(y + row, image.height());
        for (int column = 0; column < length; column++) {
          planes[to++] = image.sample(mirrored(x + column, image.width()), from, c);
        }
      }
    }
    return planes;
  }

  private static int mirrored(int position, int size) {
    int folded = Math.floorMod(position, 2 * size);
    return folded < size ? folded : 2 * size - 1 - folded;
  }

  /**
   * Maps an image of these surroundings by a symmetry and cuts the patch out.
   *
   * @return planes [3, patch, patch]
   */
  float[] patch(Image image, Symmetry symmetry) {
    float[] upright = symmetry.apply(image.planes(), 3, side, side);
    float[] planes = new float[3 * patch * patch];
    for (int row = 0; row < 3 * patch; row++) {
      int from = (row / patch * side + patchY + row % patch) * side + patchX;
      System.arraycopy(upright, from, planes, row * patch, patch);
    }
    return planes;
  }
}
