package io.butcherblock.upscale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class TileBackoffTest {

  private static final int WIDTH = 300;
  private static final int HEIGHT = 200;
  private static final Tile.Cut CUT = new Tile.Cut(WIDTH, HEIGHT, 5);

  private final List<String> notes = new ArrayList<>();

  @Test
  void whatFitsIsLeftAsItIs() {
    List<Tile> done = new ArrayList<>();
    TileBackoff tiles = new TileBackoff(TileLimit.ofSide(128));
    List<Tile> whole = CUT.of(TileLimit.ofSide(128));
    whole.forEach(tile -> tiles.run(tile, CUT, done::add, notes::add));
    assertEquals(whole, done);
    assertEquals(List.of(), notes);
  }

  @Test
  void tilesAreHalvedUntilTheyFitAndStillMakeUpTheImage() {
    int[][] times = new int[HEIGHT][WIDTH];
    List<Integer> sides = new ArrayList<>();
    Consumer<Tile> work =
        tile -> {
          int side = Math.max(tile.core().width(), tile.core().height());
          sides.add(side);
          if (side > 40) {
            throw new RuntimeException("CUDA out of memory. Tried to allocate 2.00 GiB.");
          }
          count(tile, times);
        };
    TileBackoff tiles = new TileBackoff(TileLimit.ofSide(128));
    CUT.of(TileLimit.ofSide(128)).forEach(tile -> tiles.run(tile, CUT, work, notes::add));
    for (int[] row : times) {
      for (int each : row) {
        assertEquals(1, each);
      }
    }
    assertEquals(
        List.of(
            "Not enough memory for tiles of 100 x 100 pixels: continuing with 50 x 50.",
            "Not enough memory for tiles of 50 x 50 pixels: continuing with 25 x 25."),
        notes);
    assertEquals(25, tiles.limit().side());
    // What did not fit is not tried again.
    assertEquals(2, sides.stream().filter(side -> side > 40).count());
  }

  /** As when another thread halves the tiles twice while this one works on a large one. */
  @Test
  void theSmallestLimitOfAllThreadsCounts() {
    TileBackoff tiles = new TileBackoff(TileLimit.ofSide(128));
    Tile first = CUT.of(TileLimit.ofSide(128)).get(0);
    int[] calls = {0};
    Consumer<Tile> other =
        tile -> {
          if (tile.side() > 30) {
            throw new RuntimeException("std::bad_alloc");
          }
        };
    Consumer<Tile> work =
        tile -> {
          if (calls[0]++ == 0) {
            tiles.run(first, CUT, other, notes::add);
            throw new RuntimeException("std::bad_alloc");
          }
        };
    tiles.run(first, CUT, work, notes::add);
    assertEquals(25, tiles.limit().side());
    assertEquals(2, notes.size(), notes::toString);
  }

  @Test
  void whereNothingFitsThereIsOneSentence() {
    RuntimeException failure =
        new RuntimeException("DefaultCPUAllocator: can't allocate memory: you tried to allocate");
    TileBackoff tiles = new TileBackoff(TileLimit.ofSide(64));
    Tile first = CUT.of(TileLimit.ofSide(64)).get(0);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () ->
                tiles.run(
                    first,
                    CUT,
                    tile -> {
                      throw failure;
                    },
                    notes::add));
    assertTrue(error.getMessage().contains("15 x 15"), error.getMessage());
    assertSame(failure, error.getCause());
    assertEquals(2, notes.size());
  }

  /** A tile of the smallest side is not made smaller, so it is not tried again. */
  @Test
  void theSmallestTileIsTriedOnce() {
    TileBackoff tiles = new TileBackoff(TileLimit.ofSide(TileBackoff.SMALLEST));
    Tile.Cut smallest = new Tile.Cut(TileBackoff.SMALLEST, TileBackoff.SMALLEST, 2);
    int[] calls = {0};
    assertThrows(
        ButcherblockException.class,
        () ->
            tiles.run(
                smallest.whole(),
                smallest,
                tile -> {
                  calls[0]++;
                  throw new RuntimeException("std::bad_alloc");
                },
                notes::add));
    assertEquals(1, calls[0]);
  }

  @Test
  void otherFailuresAreNotTriedAgain() {
    int[] calls = {0};
    assertThrows(
        IllegalStateException.class,
        () ->
            new TileBackoff(TileLimit.ofSide(64))
                .run(
                    CUT.of(TileLimit.ofSide(64)).get(0),
                    CUT,
                    tile -> {
                      calls[0]++;
                      throw new IllegalStateException("broken");
                    },
                    notes::add));
    assertEquals(1, calls[0]);
  }

  private static void count(Tile tile, int[][] times) {
    Tile.Part core = tile.core();
    for (int y = core.y(); y < core.y() + core.height(); y++) {
      for (int x = core.x(); x < core.x() + core.width(); x++) {
        times[y][x]++;
      }
    }
  }
}
