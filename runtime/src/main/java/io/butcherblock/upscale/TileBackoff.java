package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.OutOfMemory;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Works on tiles, and where the memory does not suffice on parts of them: the largest side of a
 * tile is then halved, for this tile and all that follow, and the work continues. Safe for any
 * number of threads.
 */
final class TileBackoff {

  /** The smallest side that is tried: below it most of a tile is what lies around it. */
  static final int SMALLEST = 16;

  private final AtomicReference<TileLimit> limit;

  /** Begins with tiles within a limit. */
  TileBackoff(TileLimit limit) {
    this.limit = new AtomicReference<>(limit);
  }

  /** How large a tile may be by now. */
  TileLimit limit() {
    return limit.get();
  }

  /**
   * Calls {@code work} with the tile, or with parts that make it up.
   *
   * @param cut the image that the tile is cut from
   * @param notes called with a sentence at each halving
   * @throws ButcherblockException if there is not even memory for tiles of {@link #SMALLEST} pixels
   */
  void run(Tile tile, Tile.Cut cut, Consumer<Tile> work, Consumer<String> notes) {
    int side = tile.side();
    if (side <= limit().side()) {
      try {
        work.accept(tile);
        return;
      } catch (RuntimeException | OutOfMemoryError e) {
        if (!OutOfMemory.isNative(e)) {
          throw e;
        }
        shrink(side, e, notes);
      }
    }
    cut.of(tile.core(), limit()).forEach(part -> run(part, cut, work, notes));
  }

  private void shrink(int side, Throwable failure, Consumer<String> notes) {
    int half = Math.max(SMALLEST, (side + 1) / 2);
    if (half >= side) {
      throw new ButcherblockException(
          "Not enough memory even for a tile of %s x %s pixels with what lies around it; end other programs that use it, or take a smaller network."
              .formatted(side, side),
          failure);
    }
    // Other threads may have halved it already; the smallest counts, and is told once.
    TileLimit before = limit.getAndUpdate(now -> now.withSide(Math.min(now.side(), half)));
    if (before.side() > half) {
      notes.accept(
          "Not enough memory for tiles of %s x %s pixels: continuing with %s x %s."
              .formatted(side, side, half, half));
    }
  }
}
