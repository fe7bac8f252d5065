package io.butcherblock.synthetic;

import io.butcherblock.image.Image;
import io.butcherblock.patches.SplitMix64;
import java.util.EnumSet;
import java.util.Set;

/**
 * Images made of nothing, to train and to show with where no photographs are at hand: dead leaves.
 *
 * <p>Objects fall at random places one upon another until the image is covered. Their sizes r
 * follow a power law, density r^-alpha with alpha near 3, which gives the picture the statistics of
 * a photograph at every scale (A. B. Lee, D. Mumford, J. Huang, "Occlusion models for natural
 * images", International Journal of Computer Vision 41, 2001). What else makes them like
 * photographs are the {@link Ingredient}s, most of them after R. Achddou, Y. Gousseau, S. Ladjal,
 * S. Süsstrunk, "VibrantLeaves" (arXiv 2504.10201). An image has its own smallest size, exponent,
 * palette, depth of field, light and sharpness.
 *
 * <p>The same seed and size give the same bytes on every JDK and machine: random numbers are {@link
 * SplitMix64}'s and elementary functions {@link StrictMath}'s. Images of different sizes are
 * different images.
 */
public final class SyntheticImages {

  private SyntheticImages() {}

  /**
   * Makes one image with all ingredients.
   *
   * @param seed any number; each gives another image
   * @param width pixels, at least 1
   * @param height pixels, at least 1
   * @return an RGB image
   */
  public static Image generate(long seed, int width, int height) {
    return generate(seed, width, height, EnumSet.allOf(Ingredient.class));
  }

  /**
   * Makes one image with some ingredients; with none it is plain dead leaves.
   *
   * @param seed any number; each gives another image
   * @param width pixels, at least 1
   * @param height pixels, at least 1
   * @return an RGB image
   */
  public static Image generate(long seed, int width, int height, Set<Ingredient> with) {
    SplitMix64 random = SplitMix64.of(seed, (long) width << 32 | height);
    LeafCanvas canvas = new LeafCanvas(width, height);
    LeafScene scene = new LeafScene(width, height, with, random);
    while (canvas.open() > 0.02) {
      scene.next(1 - canvas.open()).forEach(canvas::paint);
    }
    canvas.paint(scene.background());
    boolean lens = with.contains(Ingredient.LENS);
    canvas.blur(lens ? random.uniform(-0.25, 0.5) : random.uniform(0, 0.6));
    return canvas.toImage();
  }
}
