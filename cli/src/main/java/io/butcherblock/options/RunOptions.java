package io.butcherblock.options;

import io.butcherblock.InferenceOptions;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;

/** How trained networks are run, for commands that run them: device, precision, tiles. */
public final class RunOptions {

  @Mixin private Mixins.DeviceOptions device;

  @Mixin private Mixins.PrecisionChoiceOption precision;

  @Mixin private Mixins.UpscalerOptions upscaling;

  /**
   * The options given; says where networks run.
   *
   * @param localRank the number of this process on its machine, which is that of its GPU
   */
  public InferenceOptions options(int localRank) {
    return upscaling.set(
        InferenceOptions.DEFAULT
            .withDevice(device.prepare(localRank))
            .withGpu(localRank)
            .withPrecision(precision.precision()));
  }

  /** The largest side of a tile in LR pixels; empty for one chosen by its memory. */
  public OptionalInt tileSize() {
    return upscaling.tileSize();
  }

  /** Whether outputs are averaged over the eight symmetries of the square. */
  public boolean selfEnsemble() {
    return upscaling.selfEnsemble();
  }

  /** The size of tiles that was asked for: a number, or {@code auto}. */
  public String tile() {
    return upscaling.tile();
  }
}
