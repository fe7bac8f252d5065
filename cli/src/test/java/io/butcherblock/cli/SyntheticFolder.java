package io.butcherblock.cli;

import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.nio.file.Path;

/** Folders of synthetic images, for commands that read folders. */
final class SyntheticFolder {

  private SyntheticFolder() {}

  /** Writes {@code image0.png}, {@code image1.png} and so on, each from another seed. */
  static void write(Path folder, int count, int width, int height) {
    for (int i = 0; i < count; i++) {
      ImageFiles.write(
          SyntheticImages.generate(i, width, height), folder.resolve("image" + i + ".png"));
    }
  }
}
