package io.butcherblock.benchmarks.builds;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images that both builds work on.
 *
 * @param tiny 8x8, for the first enlarged image
 * @param images 320x180, for inference
 * @param training a folder of images to train on
 * @param validation a folder with a small image
 */
record Pictures(Path tiny, List<Path> images, Path training, Path validation) {

  private static final int IMAGES = 9;
  private static final int ORIGINALS = 4;
  private static final int SIDE_OF_ORIGINAL = 240;

  /** Writes them. */
  static Pictures write(Path folder) throws IOException {
    Path training = Files.createDirectories(folder.resolve("training"));
    for (int i = 0; i < ORIGINALS; i++) {
      write(training.resolve(i + ".png"), i, SIDE_OF_ORIGINAL, SIDE_OF_ORIGINAL);
    }
    Path validation = Files.createDirectories(folder.resolve("validation"));
    write(validation.resolve("small.png"), ORIGINALS, 64, 64);
    Path tiny = folder.resolve("tiny.png");
    write(tiny, 1, 8, 8);
    List<Path> images = new ArrayList<>();
    for (int i = 0; i < IMAGES; i++) {
      Path image = folder.resolve("image" + i + ".png");
      write(image, i, 320, 180);
      images.add(image);
    }
    return new Pictures(tiny, images, training, validation);
  }

  private static void write(Path file, long seed, int width, int height) {
    ImageFiles.write(SyntheticImages.generate(seed, width, height), file);
  }
}
