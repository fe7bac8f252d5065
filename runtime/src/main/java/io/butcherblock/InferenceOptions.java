package io.butcherblock;

import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.Precision;
import io.butcherblock.device.PrecisionChoice;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * How a trained network is run: device, precision, tiles, self-ensemble. A value: each {@code with}
 * method returns a changed copy.
 *
 * @param device where the network runs
 * @param gpu the number of the GPU, from 0; ignored on the CPU
 * @param precision how exactly convolutions are computed
 * @param tileSize the largest side of a tile in LR pixels, at least 1; empty for tiles whose
 *     feature maps need about 512 MiB each
 * @param selfEnsemble whether the output is averaged over the eight symmetries of the square, which
 *     takes eight times as long
 */
public record InferenceOptions(
    DeviceChoice device,
    int gpu,
    PrecisionChoice precision,
    OptionalInt tileSize,
    boolean selfEnsemble) {

  /**
   * Options of one's own; {@code InferenceOptions.DEFAULT.withTileSize(64)} is shorter.
   *
   * @throws ButcherblockException if the tile size is below 1, or the GPU's number below 0
   */
  public InferenceOptions {
    Objects.requireNonNull(device, "device");
    Objects.requireNonNull(precision, "precision");
    if (gpu < 0) {
      throw new ButcherblockException("The number of a GPU is at least 0, not " + gpu + ".");
    }
    if (tileSize.isPresent() && tileSize.getAsInt() < 1) {
      throw ButcherblockException.of(
          "The %s must be at least 1 pixel, not %s.", Setting.TILE_SIZE, tileSize.getAsInt());
    }
  }

  /**
   * The default options: a GPU if there is one that works, else the CPU; float32; tiles chosen by
   * their memory; no self-ensemble.
   */
  public static final InferenceOptions DEFAULT =
      new InferenceOptions(DeviceChoice.AUTO, 0, PrecisionChoice.FP32, OptionalInt.empty(), false);

  /**
   * A copy of these options with another device.
   *
   * @param other where the network runs
   */
  public InferenceOptions withDevice(DeviceChoice other) {
    return new InferenceOptions(other, gpu, precision, tileSize, selfEnsemble);
  }

  /**
   * A copy of these options with another GPU.
   *
   * @param other the number of the GPU, from 0; ignored on the CPU
   */
  public InferenceOptions withGpu(int other) {
    return new InferenceOptions(device, other, precision, tileSize, selfEnsemble);
  }

  /**
   * A copy of these options with another precision.
   *
   * @param other how exactly convolutions are computed
   */
  public InferenceOptions withPrecision(Precision other) {
    return withPrecision(PrecisionChoice.of(other));
  }

  /**
   * A copy of these options with another precision, or with that which is found to be the fastest.
   *
   * @param other how exactly convolutions are computed
   */
  public InferenceOptions withPrecision(PrecisionChoice other) {
    return new InferenceOptions(device, gpu, other, tileSize, selfEnsemble);
  }

  /**
   * A copy of these options with another size of tiles.
   *
   * @param side the largest side of a tile in LR pixels, at least 1
   */
  public InferenceOptions withTileSize(int side) {
    return new InferenceOptions(device, gpu, precision, OptionalInt.of(side), selfEnsemble);
  }

  /**
   * A copy of these options with or without self-ensemble.
   *
   * @param whether true to average the output over the eight symmetries of the square, which takes
   *     eight times as long
   */
  public InferenceOptions withSelfEnsemble(boolean whether) {
    return new InferenceOptions(device, gpu, precision, tileSize, whether);
  }
}
