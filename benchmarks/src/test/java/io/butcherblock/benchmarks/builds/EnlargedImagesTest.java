package io.butcherblock.benchmarks.builds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.synthetic.SyntheticImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnlargedImagesTest {

  @TempDir private Path folder;
  private Path one;
  private Path other;

  @BeforeEach
  void makeFolders() throws IOException {
    one = Files.createDirectory(folder.resolve("one"));
    other = Files.createDirectory(folder.resolve("other"));
    write(one, "a", 1, 12);
  }

  @Test
  void equalImagesDoNotDiffer() throws IOException {
    write(other, "a", 1, 12);
    assertEquals(0, EnlargedImages.difference(one, other));
  }

  @Test
  void otherSamplesDiffer() throws IOException {
    write(other, "a", 2, 12);
    assertTrue(EnlargedImages.difference(one, other) >= 1);
  }

  @Test
  void otherNamesAndSizesAreNotCompared() throws IOException {
    assertThrows(IllegalStateException.class, () -> EnlargedImages.difference(one, other));
    write(other, "a", 1, 10);
    assertThrows(IllegalStateException.class, () -> EnlargedImages.difference(one, other));
  }

  @Test
  void grayImagesAreNotComparedWithThoseInColor() throws IOException {
    ImageFiles.write(Image.of(12, 12, 1, new byte[144]), one.resolve("a.png"));
    write(other, "a", 1, 12);
    assertThrows(IllegalStateException.class, () -> EnlargedImages.difference(one, other));
  }

  private static void write(Path folder, String name, long seed, int side) {
    ImageFiles.write(SyntheticImages.generate(seed, side, side), folder.resolve(name + ".png"));
  }
}
