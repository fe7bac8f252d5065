package io.butcherblock.degrade;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.image.Symmetry;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the low-resolution images went through that a network is trained to enlarge. Each patch is
 * degraded anew, with parameters that are drawn for it.
 */
public enum Degradation {

  /** Nothing: low-resolution images as they are, usually made by MATLAB's bicubic. */
  CLEAN("low-resolution images as they are"),

  /** JPEG compression of quality 30 to 95, with each kind of {@link ChromaSubsampling}. */
  JPEG("JPEG of quality 30 to 95"),

  /**
   * What photographs went through, mildly: blur, one of several kernels of downscaling, noise, JPEG
   * of quality 40 to 95; each for some of the patches, and some patches as they are.
   */
  PHOTO("some blur, noise and JPEG of quality 40 to 95, several kernels of downscaling");

  private static final int VALIDATION_QUALITY = 75;

  private final String description;

  Degradation(String description) {
    this.description = description;
  }

  /** What is done to images, in a few words. */
  public String description() {
    return description;
  }

  /**
   * What the low-resolution images go through that training is validated on: for all but {@link
   * #CLEAN} the same compression, quality 75 and 4:2:0, so that validations can be compared.
   */
  public Optional<JpegCompression> validation() {
    return this == CLEAN
        ? Optional.empty()
        : Optional.of(new JpegCompression(VALIDATION_QUALITY, ChromaSubsampling.BOTH));
  }

  /**
   * A low-resolution patch, degraded.
   *
   * @param pair both images, RGB
   * @param x the column of the patch in the low-resolution image
   * @param y the row of the patch in the low-resolution image
   * @param side of the patch in pixels
   * @param symmetry that the patch will be mapped by; it is degraded as it will then lie
   * @param random what the parameters are drawn from; the result follows from its numbers
   * @return planes [3, side, side] of whole numbers 0..255, not yet mapped by the symmetry
   */
  public float[] patch(
      DecodedPair pair, int x, int y, int side, Symmetry symmetry, RandomGenerator random) {
    if (this == CLEAN) {
      float[] planes = new float[3 * side * side];
      pair.lr().copyPlanes(x, y, side, side, planes, 0);
      return planes;
    }
    Surroundings around = Surroundings.of(x, y, side, random);
    PatchRecipe recipe = this == JPEG ? PatchRecipe.jpeg(random) : PatchRecipe.photo(random);
    return around.patch(recipe.apply(pair, around, symmetry, random), symmetry.inverse());
  }

  /** The name in lower case, such as {@code photo}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
