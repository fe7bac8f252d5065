package io.butcherblock.upscale;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.ImageSize;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How an image comes to a size: by networks that enlarge it by whole factors, one after the other,
 * and then, where that is more than was asked for, by the bicubic kernel.
 *
 * @param scales the factors of the networks, in the order in which they are run: none, one or two
 * @param target the size of the result
 */
public record Passes(List<Integer> scales, ImageSize target) {

  public Passes {
    scales = List.copyOf(scales);
  }

  /**
   * The passes whose factor together is the smallest that is not below what is asked for; a single
   * one where that is enough, and of two the larger factor first.
   *
   * @param source the size of the image
   * @param target the size of the result, not below {@code source}
   * @param available the factors that there are networks for, at least one
   * @throws ButcherblockException if two passes do not suffice
   */
  public static Passes of(ImageSize source, ImageSize target, Collection<Integer> available) {
    if (source.equals(target)) {
      return new Passes(List.of(), target);
    }
    List<Integer> best = List.of();
    for (int first : available) {
      best = better(best, List.of(first), source, target);
    }
    for (int first : available) {
      for (int second : available) {
        if (best.size() != 1 && first >= second) {
          best = better(best, List.of(first, second), source, target);
        }
      }
    }
    if (best.isEmpty()) {
      int most = available.stream().mapToInt(Integer::intValue).max().orElseThrow();
      throw new ButcherblockException(
          "From %s to %s is more than two passes of x%s enlarge, which make it %s times as large at most; ask for a smaller size."
              .formatted(source, target, most, most * most));
    }
    return new Passes(best, target);
  }

  private static List<Integer> better(
      List<Integer> best, List<Integer> other, ImageSize source, ImageSize target) {
    long factor = product(other);
    boolean enough =
        factor * source.width() >= target.width() && factor * source.height() >= target.height();
    return enough && (best.isEmpty() || factor < product(best)) ? other : best;
  }

  private static long product(List<Integer> scales) {
    return scales.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
  }

  /** The passes in words, such as {@code x4, then x2}. */
  @Override
  public String toString() {
    return scales.isEmpty()
        ? "no network"
        : scales.stream().map(scale -> "x" + scale).collect(Collectors.joining(", then "));
  }
}
