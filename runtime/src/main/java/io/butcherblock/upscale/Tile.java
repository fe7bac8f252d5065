package io.butcherblock.upscale;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A part of an image that is enlarged by itself.
 *
 * @param core the part that the tile stands for; the cores of an image cover it once
 * @param context the core with what its enlargement depends on around it, cut at the image's border
 */
record Tile(Part core, Part context) {

  /** A rectangle of pixels whose left upper corner is (x, y). */
  record Part(int x, int y, int width, int height) {}

  /** The larger of the core's width and height. */
  int side() {
    return Math.max(core.width, core.height);
  }

  /**
   * How an image is cut.
   *
   * @param width of the image
   * @param height of the image
   * @param radius how far the enlargement of a pixel depends on its surroundings, in pixels
   */
  record Cut(int width, int height, int radius) {

    /** The image in one piece. */
    Tile whole() {
      Part all = new Part(0, 0, width, height);
      return new Tile(all, all);
    }

    /** The tiles of the image, as {@link #of(Part, TileLimit)}. */
    List<Tile> of(TileLimit limit) {
      return of(whole().core, limit);
    }

    /**
     * The tiles of a region, as equal as possible, row by row: of all grids within the limit the
     * one whose tiles, with what lies around them, have the fewest pixels.
     */
    List<Tile> of(Part region, TileLimit limit) {
      TileAxis across = new TileAxis(region.x, region.width, width, radius);
      TileAxis down = new TileAxis(region.y, region.height, height, radius);
      int leastRows = down.parts(limit.side());
      long leastDown = down.total(leastRows);
      int rows = region.height;
      int columns = region.width;
      long fewest = Long.MAX_VALUE;
      for (int c = across.parts(limit.side()); c <= region.width; c++) {
        long total = across.total(c);
        if (total * leastDown >= fewest) {
          break;
        }
        OptionalInt r = down.partsWithin(limit.pixels() / across.longest(c), leastRows);
        if (r.isPresent() && total * down.total(r.getAsInt()) < fewest) {
          fewest = total * down.total(r.getAsInt());
          columns = c;
          rows = r.getAsInt();
        }
      }
      return grid(across, columns, down, rows);
    }

    private static List<Tile> grid(TileAxis across, int columns, TileAxis down, int rows) {
      List<Tile> tiles = new ArrayList<>();
      for (int row = 0; row < rows; row++) {
        int top = down.edge(row, rows);
        int bottom = down.edge(row + 1, rows);
        for (int column = 0; column < columns; column++) {
          int left = across.edge(column, columns);
          int right = across.edge(column + 1, columns);
          tiles.add(
              new Tile(
                  part(left, top, right, bottom),
                  part(
                      across.before(left), down.before(top),
                      across.behind(right), down.behind(bottom))));
        }
      }
      return tiles;
    }

    private static Part part(int left, int top, int right, int bottom) {
      return new Part(left, top, right - left, bottom - top);
    }
  }
}
