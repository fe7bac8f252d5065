package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.util.List;

/** The scales that networks can be built for: 2, 3 and 4. */
public final class Scale {

  /** All scales that networks can be built for, smallest first; unmodifiable. */
  public static final List<Integer> ALL = List.of(2, 3, 4);

  private Scale() {}

  /**
   * Checks that networks can be built for a scale.
   *
   * @throws ButcherblockException if {@code scale} is not 2, 3 or 4
   */
  public static void check(int scale) {
    if (!ALL.contains(scale)) {
      throw new ButcherblockException(
          "Scale " + scale + " is not built; the scales are 2, 3 and 4.");
    }
  }

  /**
   * Checks that images are of the scale of the network that they are for.
   *
   * @throws ButcherblockException if {@code images} is not {@code network}
   */
  public static void checkSame(int images, int network) {
    if (images != network) {
      throw ButcherblockException.of(
          "The images are of %s, the network is of %s; give both the same.",
          Setting.SCALE.of(images), Setting.SCALE.of(network));
    }
  }

  /** The enlargement of one stage of the upsampler. */
  static int factor(int scale) {
    return scale == 3 ? 3 : 2;
  }

  /** How often the enlargement is applied. */
  static int stages(int scale) {
    return scale == 4 ? 2 : 1;
  }
}
