package io.butcherblock.benchmarks.builds;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Images in two folders, compared by name. */
final class EnlargedImages {

  private EnlargedImages() {}

  /**
   * The largest difference of two samples, in 0..255.
   *
   * @throws IllegalStateException if the folders hold other names, or images of other sizes or
   *     channels
   */
  static double difference(Path one, Path other) throws IOException {
    if (!names(one).equals(names(other))) {
      throw new IllegalStateException(
          "One build has written %s, the other %s; nothing was measured."
              .formatted(names(one), names(other)));
    }
    double largest = 0;
    for (String name : names(one)) {
      Image a = ImageFiles.read(one.resolve(name));
      Image b = ImageFiles.read(other.resolve(name));
      if (a.width() != b.width() || a.height() != b.height() || a.channels() != b.channels()) {
        throw new IllegalStateException(
            name + " has another size or other channels from each build; nothing was measured.");
      }
      largest = Math.max(largest, difference(a.planes(), b.planes()));
    }
    return largest;
  }

  private static double difference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
    }
    return largest;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
