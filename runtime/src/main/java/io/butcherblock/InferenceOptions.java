package io.butcherblock;

import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.Precision;
import java.util.OptionalInt;

/**
 * How a trained network is run.
 *
 * @param device where it runs
 * @param gpu the number of the GPU, from 0, where there are several
 * @param precision how exactly convolutions are computed
 * @param tileSize the largest side of a tile in LR pixels; empty for one whose feature maps need
 *     about 512 MiB
 * @param selfEnsemble whether the output is averaged over the eight symmetries of the square, which
 *     takes eight times as long
 */
public record InferenceOptions(
    DeviceChoice device, int gpu, Precision precision, OptionalInt tileSize, boolean selfEnsemble) {

  /** A GPU if there is one that works, else the CPU; float32; tiles chosen by their memory. */
  public static final InferenceOptions DEFAULT =
      new InferenceOptions(DeviceChoice.AUTO, 0, Precision.FP32, OptionalInt.empty(), false);

  /** These options on another device. */
  public InferenceOptions withDevice(DeviceChoice other) {
    return new InferenceOptions(other, gpu, precision, tileSize, selfEnsemble);
  }

  /** These options on GPU number {@code other}, from 0, where a GPU is used. */
  public InferenceOptions withGpu(int other) {
    return new InferenceOptions(device, other, precision, tileSize, selfEnsemble);
  }

  /** These options in another precision. */
  public InferenceOptions withPrecision(Precision other) {
    return new InferenceOptions(device, gpu, other, tileSize, selfEnsemble);
  }

  /**
   * These options with tiles of another size.
   *
   * @param side the largest side of a tile in LR pixels, at least 1
   */
  public InferenceOptions withTileSize(int side) {
    return new InferenceOptions(device, gpu, precision, OptionalInt.of(side), selfEnsemble);
  }

  /** These options with or without averaging over the eight symmetries of the square. */
  public InferenceOptions withSelfEnsemble(boolean whether) {
    return new InferenceOptions(device, gpu, precision, tileSize, whether);
  }
}
