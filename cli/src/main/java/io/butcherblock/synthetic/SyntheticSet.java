package io.butcherblock.synthetic;

import io.butcherblock.data.Image;
import io.butcherblock.data.ImageFiles;
import io.butcherblock.data.ImagePair;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Sets of synthetic images: to train on, and others to test on. */
public final class SyntheticSet {

  private static final int SIDE = 192;

  /**
   * Apart from every seed that a person is likely to give, so that no set holds an image of
   * another.
   */
  private static final long SEEDS_APART = 1_000_003;

  private SyntheticSet() {}

  /** Images to train on. */
  public static List<ImagePair> training(long seed, int count, int scale) {
    return pairs(images(2 * seed, count), "train", scale);
  }

  /** Images that are not trained on. */
  public static List<Image> test(long seed, int count) {
    return images(2 * seed + 1, count);
  }

  private static List<Image> images(long set, int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(i -> SyntheticImages.generate(set * SEEDS_APART + i, SIDE, SIDE))
        .toList();
  }

  /** Pairs with {@code name} and a number, from 1, as their names. */
  public static List<ImagePair> pairs(List<Image> images, String name, int scale) {
    return IntStream.range(0, images.size())
        .mapToObj(i -> ImagePair.of(name + (i + 1), images.get(i), scale))
        .toList();
  }

  /** Writes {@code images} as PNG files for a person to use. */
  public static void write(List<Image> images, String name, Path folder) {
    for (int i = 0; i < images.size(); i++) {
      ImageFiles.write(images.get(i), folder.resolve(name + (i + 1) + ".png"), "synthetic");
    }
  }
}
