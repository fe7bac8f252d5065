package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1, 8, 3",
    "17, 9, 8, 3",
    "100, 64, 32, 5",
    "33, 31, 32, 40",
    "64, 64, 64, 0",
    "9, 7, 2147483647, 3"
  })
  void coresCoverEachPixelOnceAndLieInTheirContext(int width, int height, int size, int radius) {
    int[] covered = new int[width * height];
    for (Tile tile : Tile.cut(width, height, size, radius)) {
      Tile.Part core = tile.core();
      Tile.Part context = tile.context();
      assertTrue(core.width() <= size && core.height() <= size, tile::toString);
      assertEquals(Math.max(0, core.x() - radius), context.x());
      assertEquals(Math.max(0, core.y() - radius), context.y());
      assertEquals(
          Math.min(width, core.x() + core.width() + radius), context.x() + context.width());
      assertEquals(
          Math.min(height, core.y() + core.height() + radius), context.y() + context.height());
      for (int y = core.y(); y < core.y() + core.height(); y++) {
        for (int x = core.x(); x < core.x() + core.width(); x++) {
          covered[y * width + x]++;
        }
      }
    }
    for (int count : covered) {
      assertEquals(1, count);
    }
  }
}
