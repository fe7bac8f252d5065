package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargestFileTest {

  @TempDir private Path folder;

  /** Noise cannot be compressed. */
  @ParameterizedTest
  @CsvSource({
    "png, 300, 200, 1, 8, false",
    "png, 300, 200, 3, 8, true",
    "png, 300, 200, 3, 16, true",
    "png, 1, 20000, 1, 8, false",
    "tif, 300, 200, 1, 8, false",
    "tif, 300, 200, 3, 16, true",
    "tif, 1, 20000, 1, 8, false",
    "jpg, 300, 200, 1, 8, false",
    "jpg, 300, 200, 3, 8, false",
    "webp, 300, 200, 1, 8, false",
    "webp, 300, 200, 3, 8, true"
  })
  void noFileIsLarger(
      String format, int width, int height, int channels, int bits, boolean hasAlpha)
      throws IOException {
    Image image = noise(width, height, channels, bits, hasAlpha);
    Path source = Files.write(folder.resolve("source"), new byte[0]);
    Path file = folder.resolve("a." + format);
    ImageFiles.write(image, file);
    long most = LargestFile.bytes(image, ImageSize.of(image), source);
    assertTrue(Files.size(file) <= most, Files.size(file) + " of at most " + most);
  }

  private static Image noise(int width, int height, int channels, int bits, boolean hasAlpha) {
    Random random = new Random(1);
    if (bits == 8) {
      byte[] samples = new byte[width * height * channels];
      random.nextBytes(samples);
      Image image = Image.of(width, height, channels, samples);
      byte[] alpha = new byte[width * height];
      random.nextBytes(alpha);
      return hasAlpha ? image.withAlpha(alpha) : image;
    }
    Image image = Image.of(width, height, channels, shorts(random, width * height * channels));
    return hasAlpha ? image.withAlpha(shorts(random, width * height)) : image;
  }

  private static short[] shorts(Random random, int length) {
    short[] values = new short[length];
    for (int i = 0; i < length; i++) {
      values[i] = (short) random.nextInt();
    }
    return values;
  }
}
