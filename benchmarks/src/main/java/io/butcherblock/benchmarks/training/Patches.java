package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.data.Batch;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.synthetic.SyntheticImages;

/** The patches of every step, the same for all subjects. */
public final class Patches {

  private static final int COLORS = 3;

  private Patches() {}

  /**
   * Makes patches.
   *
   * @param count how many
   * @param side of a low-resolution patch
   */
  public static Batch make(int count, int side) {
    int scale = MeasuredNetwork.SCALE;
    int large = side * scale;
    float[] lr = new float[count * COLORS * side * side];
    float[] hr = new float[count * COLORS * large * large];
    for (int i = 0; i < count; i++) {
      Image original = SyntheticImages.generate(i, large, large);
      Image small = BicubicResize.downscale(original, scale);
      original.copyPlanes(0, 0, large, large, hr, i * COLORS * large * large);
      small.copyPlanes(0, 0, side, side, lr, i * COLORS * side * side);
    }
    return new Batch(lr, hr, count, side, scale);
  }
}
