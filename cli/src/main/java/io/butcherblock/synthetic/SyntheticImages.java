package io.butcherblock.synthetic;

import io.butcherblock.data.Image;
import io.butcherblock.patches.SplitMix64;

/**
 * Images made of nothing, to train and to show with where no photographs are at hand: dead leaves.
 *
 * <p>Objects fall at random places one upon another until the image is covered. Their sizes r
 * follow a power law, density r^-alpha with alpha near 3, which gives the picture the statistics of
 * a photograph at every scale (A. B. Lee, D. Mumford, J. Huang, "Occlusion models for natural
 * images", International Journal of Computer Vision 41, 2001). The objects are discs, ellipses,
 * polygons, bars and lines of writing-like strokes; they are plain, striped, checked or grained,
 * lit from one side, some of them out of focus. An image has its own smallest size, exponent,
 * palette and blur.
 *
 * <p>The same seed and size give the same bytes on every JDK and machine: random numbers are {@link
 * SplitMix64}'s and elementary functions {@link StrictMath}'s. Images of different sizes are
 * different images.
 */
public final class SyntheticImages {

  private SyntheticImages() {}

  /**
   * Makes one image.
   *
   * @param seed any number; each gives another image
   * @param width pixels, at least 1
   * @param height pixels, at least 1
   * @return an RGB image
   */
  public static Image generate(long seed, int width, int height) {
    SplitMix64 random = SplitMix64.of(seed, (long) width << 32 | height);
    LeafCanvas canvas = new LeafCanvas(width, height);
    LeafScene scene = new LeafScene(width, height, random);
    while (canvas.open() > 0.02) {
      scene.next().forEach(canvas::paint);
    }
    canvas.paint(scene.background());
    return canvas.toImage(random.uniform(0, 0.6));
  }
}
