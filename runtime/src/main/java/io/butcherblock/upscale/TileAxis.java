package io.butcherblock.upscale;

import java.util.OptionalInt;

/**
 * The width or the height of a region that is divided into parts as equal as possible.
 *
 * @param start of the region in the image, in pixels
 * @param length of the region
 * @param whole the image's length
 * @param radius how far a part looks beyond its ends, though not beyond the image's
 */
record TileAxis(int start, int length, int whole, int radius) {

  /** The fewest parts of which none is longer than {@code longest}. */
  int parts(int longest) {
    return (length - 1) / longest + 1;
  }

  /**
   * How many parts there must be, at least {@code fewest}, for none to be longer than {@code
   * longest} together with what lies around it; empty if one for each pixel is not enough either.
   */
  OptionalInt partsWithin(long longest, int fewest) {
    // Where no pixel fits with what lies around it, no part does.
    if (!fits(length, longest)) {
      return OptionalInt.empty();
    }
    int parts = fewest;
    // Two may fit where three do not: at the image's border less lies around them.
    while (!fits(parts, longest)) {
      parts++;
    }
    return OptionalInt.of(parts);
  }

  /**
   * Whether {@code longest(parts) <= longest}, mostly known after the few parts near the beginning.
   */
  private boolean fits(int parts, long longest) {
    for (int i = 0; i < parts; i++) {
      if (looked(i, parts) > longest) {
        return false;
      }
    }
    return true;
  }

  /** Where a part begins; the end of the last one for {@code index == parts}. */
  int edge(int index, int parts) {
    return start + Math.toIntExact((long) length * index / parts);
  }

  /** How far back a part looks that begins here. */
  int before(int edge) {
    return Math.max(0, edge - radius);
  }

  /** How far ahead a part looks that ends here. */
  int behind(int edge) {
    return Math.toIntExact(Math.min(whole, (long) edge + radius));
  }

  /** The length of the longest part together with what lies around it. */
  long longest(int parts) {
    long longest = 0;
    for (int i = 0; i < parts; i++) {
      longest = Math.max(longest, looked(i, parts));
    }
    return longest;
  }

  /** The sum of the parts' lengths, each together with what lies around it. */
  long total(int parts) {
    long sum = 0;
    for (int i = 0; i < parts; i++) {
      sum += looked(i, parts);
    }
    return sum;
  }

  private int looked(int index, int parts) {
    return behind(edge(index + 1, parts)) - before(edge(index, parts));
  }
}
