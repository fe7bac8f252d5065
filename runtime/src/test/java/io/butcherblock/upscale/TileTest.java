package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    for (Tile tile : new Tile.Cut(width, height, radius).of(TileLimit.ofSide(size))) {
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

  /** What lies around tiles is computed several times: against all grids that the limit allows. */
  @ParameterizedTest
  @CsvSource({
    "50, 32, 4096, 1600, 10", // the whole image
    "51, 32, 4096, 1600, 10",
    "32, 51, 4096, 1600, 10",
    "60, 55, 4096, 1600, 3",
    "60, 55, 4096, 1600, 12",
    "60, 20, 15, 1600, 10",
    "75, 10, 4096, 1296, 10",
    "10, 75, 4096, 1296, 10",
    "45, 65, 4096, 625, 0"
  })
  void tilesHaveAsFewPixelsAroundThemAsTheLimitAllows(
      int width, int height, int side, long pixels, int radius) {
    List<Tile> tiles = new Tile.Cut(width, height, radius).of(new TileLimit(side, pixels));
    for (Tile tile : tiles) {
      assertTrue(tile.side() <= side, tile::toString);
      assertTrue(area(tile.context()) <= pixels, tile::toString);
    }
    long fewest = Long.MAX_VALUE;
    for (int columns = 1; columns <= width; columns++) {
      for (int rows = 1; rows <= height; rows++) {
        List<Tile> grid = grid(width, height, columns, rows, radius);
        if (grid.stream().allMatch(t -> t.side() <= side) && largest(grid) <= pixels) {
          fewest = Math.min(fewest, total(grid));
        }
      }
    }
    assertEquals(fewest, total(tiles));
  }

  private static long total(List<Tile> tiles) {
    return tiles.stream().mapToLong(tile -> area(tile.context())).sum();
  }

  /** Of a tile as wide as the widest and as high as the highest one. */
  private static long largest(List<Tile> tiles) {
    long width = tiles.stream().mapToLong(tile -> tile.context().width()).max().orElseThrow();
    return width * tiles.stream().mapToLong(tile -> tile.context().height()).max().orElseThrow();
  }

  private static long area(Tile.Part part) {
    return (long) part.width() * part.height();
  }

  private static List<Tile> grid(int width, int height, int columns, int rows, int radius) {
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int left = width * column / columns;
        int right = width * (column + 1) / columns;
        int top = height * row / rows;
        int bottom = height * (row + 1) / rows;
        int x = Math.max(0, left - radius);
        int y = Math.max(0, top - radius);
        tiles.add(
            new Tile(
                new Tile.Part(left, top, right - left, bottom - top),
                new Tile.Part(
                    x,
                    y,
                    Math.min(width, right + radius) - x,
                    Math.min(height, bottom + radius) - y)));
      }
    }
    return tiles;
  }

  /** A grid whose tiles do not fit was measured at every number of rows: for many seconds. */
  @ParameterizedTest
  @CsvSource({
    "14000, 14000, 61440, 68",
    "1000, 60000, 61440, 68",
    "14000, 14000, 1024, 0",
    "5000, 5000, 399424, 300"
  })
  void tilesOfALargeImageAreFoundAtOnce(int width, int height, long pixels, int radius) {
    List<Tile> tiles =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> new Tile.Cut(width, height, radius).of(TileLimit.ofPixels(pixels, radius)));
    long covered =
        tiles.stream().mapToLong(tile -> (long) tile.core().width() * tile.core().height()).sum();
    assertEquals((long) width * height, covered);
  }

  /** An image that needs the memory of the smallest tile is not cut, however far pixels look. */
  @ParameterizedTest
  @CsvSource({"1000, 2032, 2032, 1", "1000, 2033, 2032, 2", "1, 600, 500, 1"})
  void whatFitsIsOneTile(int radius, int width, int height, int expected) {
    TileLimit limit = TileLimit.ofPixels(300_000, radius);
    assertEquals(expected, new Tile.Cut(width, height, radius).of(limit).size());
  }
}
