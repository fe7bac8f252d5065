package io.butcherblock.upscale;

import io.butcherblock.device.Precision;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Whether bfloat16 pays for a network on this machine: a small image with edges and fine lines is
 * enlarged with and without.
 *
 * @param float32 seconds that the image takes in float32
 * @param bfloat16 seconds that it takes in bfloat16
 * @param change by how much its PSNR changes, in dB, on luminance
 */
public record PrecisionTrial(double float32, double bfloat16, double change) {

  /** Below this, a gain is worth other last bits, and is no chance. */
  private static final double WORTH = 0.9;

  /** In dB. */
  private static final double TOLERANCE = 0.01;

  private static final int REPETITIONS = 3;

  /** Multiply-accumulates of the image: enough for what large images are enlarged with. */
  private static final double MACS = 6e9;

  private static final int SMALLEST = 48;

  private static final int LARGEST = 256;

  /**
   * Measures. It takes as long as eight images of 6 G multiply-accumulates, and more for networks
   * that need more than that for an image of 48 x 48; and the preparation of the network for both
   * precisions.
   *
   * @param network stays the caller's; its precision is what it was afterwards
   */
  public static PrecisionTrial of(SuperResolutionNetwork network) {
    int scale = network.scale();
    double perPixel = NetworkSize.of(network.spec(), scale).macs(1_000_000) / 1e6;
    int side = (int) Math.max(SMALLEST, Math.min(LARGEST, Math.sqrt(MACS / perPixel)));
    Image original = testImage(side * scale);
    Image small = BicubicResize.downscale(original, scale);
    Protocol protocol = Protocol.benchmark(scale);
    Precision before = network.precision();
    double[] seconds = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] psnr = new double[2];
    Precision[] compared = {Precision.FP32, Precision.BF16};
    network.use(Precision.FP32);
    try (Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false)) {
      // The first of each prepares, and does not count.
      for (int time = 0; time <= REPETITIONS; time++) {
        for (int i = 0; i < compared.length; i++) {
          network.use(compared[i]);
          long start = System.nanoTime();
          Image large = upscaler.upscale(small, (done, all) -> {});
          if (time == 0) {
            psnr[i] = ImageQuality.compare(large, original, protocol).psnr();
          } else {
            seconds[i] = Math.min(seconds[i], (System.nanoTime() - start) / 1e9);
          }
        }
      }
    } finally {
      network.use(before);
    }
    return new PrecisionTrial(seconds[0], seconds[1], psnr[1] - psnr[0]);
  }

  /** Rings that become finer outwards, as in zone plates, behind a grid of edges. */
  private static Image testImage(int side) {
    byte[] samples = new byte[3 * side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double fromCenter = Math.hypot(x - side / 2.0, y - side / 2.0);
        double ring = Math.cos(0.5 * Math.PI * fromCenter * fromCenter / side);
        boolean edge = (x / 24 + y / 24) % 2 == 0;
        for (int c = 0; c < 3; c++) {
          double value = 128 + (edge ? 70 - 20 * c : -30 + 20 * c) + 40 * ring;
          samples[3 * (y * side + x) + c] = (byte) Math.round(value);
        }
      }
    }
    return Image.of(side, side, 3, samples);
  }

  /** What is to be taken. */
  public Precision chosen() {
    return bfloat16 <= WORTH * float32 && Math.abs(change) < TOLERANCE
        ? Precision.BF16
        : Precision.FP32;
  }

  /** What is taken, and why, in a sentence. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Precision %s: on this machine bf16 takes %.2f of the time of fp32, and changes the PSNR of"
            + " a test image by %.4f dB.",
        chosen(),
        bfloat16 / float32,
        change);
  }
}
