package io.butcherblock.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.PixelLimit;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Images that claim much: refused in words, in the time and memory of what they are. */
class HostileImagesTest {

  private static final long MIB = 1 << 20;

  @TempDir Path folder;

  static List<HostileFile> all() {
    return HostileImages.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void takesTimeAndMemoryForWhatItIs(HostileFile hostile) throws IOException {
    Path file = write(hostile);
    long before = allocated();
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          if (hostile.refusal().isPresent()) {
            String told =
                assertThrows(ButcherblockException.class, () -> ImageFiles.read(file)).getMessage();
            assertTrue(told.contains(hostile.refusal().get()), told);
          } else {
            ImageFiles.read(file);
            ImageFiles.metadata(file);
          }
        });
    long taken = allocated() - before;
    assertTrue(taken <= hostile.memory(), taken / MIB + " MiB for " + hostile);
  }

  /** An image within the limit takes no more than the page says, 16 bytes a pixel. */
  @Test
  void theLimitCanBeLowered() throws IOException {
    HostileFile small = HostileFile.read("small.jpg", HostileJpegs.noise(50, 40));
    Path file = write(small);
    PixelLimit.set(1999);
    try {
      String told =
          assertThrows(ButcherblockException.class, () -> ImageFiles.read(file)).getMessage();
      assertTrue(told.contains("50 x 40 pixels") && told.contains("limit"), told);
      PixelLimit.set(2000);
      assertEquals(50, ImageFiles.read(file).width());
    } finally {
      PixelLimit.set(PixelLimit.DEFAULT);
    }
  }

  @Test
  void theLimitCanBeRaised() throws IOException {
    Path file = folder.resolve("large.webp");
    // The same picture of one color, with sides that a byte more of memory would bear.
    Files.write(file, HostileWebps.oneColor(3000, 2000));
    PixelLimit.set(5_999_999);
    try {
      ButcherblockException refused =
          assertThrows(ButcherblockException.class, () -> ImageFiles.read(file));
      assertTrue(refused.getMessage().contains("a limit of megapixels of 6"), refused.getMessage());
      PixelLimit.set(6_000_000);
      Image read = ImageFiles.read(file);
      assertEquals(3000 * 2000, read.width() * read.height());
    } finally {
      PixelLimit.set(PixelLimit.DEFAULT);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aLimitIsAboveZero(long pixels) {
    assertThrows(IllegalArgumentException.class, () -> PixelLimit.set(pixels));
  }

  private Path write(HostileFile hostile) throws IOException {
    return Files.write(folder.resolve(hostile.name()), hostile.bytes());
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }
}
