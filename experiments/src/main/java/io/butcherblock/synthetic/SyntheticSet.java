package io.butcherblock.synthetic;

import io.butcherblock.data.ImagePair;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** Sets of synthetic images: to train on, and others to test on. */
public final class SyntheticSet {

  /** The most images of a set. */
  public static final int LARGEST = 1_000_000;

  /** The least width and height of an image in a set. */
  public static final int SMALLEST_SIDE = 16;

  /** The greatest width and height of an image in a set. */
  public static final int LARGEST_SIDE = 8192;

  private static final int SIDE = 192;
  private static final Set<Ingredient> ALL = EnumSet.allOf(Ingredient.class);

  /**
   * Apart from every seed that a person is likely to give, so that no set holds an image of
   * another.
   */
  private static final long SEEDS_APART = 1_000_003;

  private SyntheticSet() {}

  /** Images to train on. */
  public static List<ImagePair> training(long seed, int count, int scale) {
    return pairs(training(seed, 0, count, SIDE, ALL), "train", scale);
  }

  /**
   * Some of the images to train on, drawn on all cores.
   *
   * @param from the first of them, from 0
   * @param to the one after the last, at most {@link #LARGEST}
   * @param side their width and height in pixels
   * @param with what makes them like photographs
   */
  public static List<Image> training(long seed, int from, int to, int side, Set<Ingredient> with) {
    return images(2 * seed, from, to, side, with);
  }

  /** Images that are not trained on. */
  public static List<Image> test(long seed, int count) {
    return images(2 * seed + 1, 0, count, SIDE, ALL);
  }

  private static List<Image> images(long set, int from, int to, int side, Set<Ingredient> with) {
    return IntStream.range(from, to)
        .parallel()
        .mapToObj(i -> SyntheticImages.generate(set * SEEDS_APART + i, side, side, with))
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

  /** The file in {@code folder} of an image to train on, numbered from 0. */
  public static Path file(Path folder, int number) {
    return folder.resolve(String.format(Locale.ROOT, "synthetic%06d.png", number + 1));
  }

  /** Writes images to train on to their files; {@code from} is the number of the first. */
  public static void write(List<Image> images, Path folder, int from) {
    for (int i = 0; i < images.size(); i++) {
      ImageFiles.write(images.get(i), file(folder, from + i), "synthetic");
    }
  }
}
