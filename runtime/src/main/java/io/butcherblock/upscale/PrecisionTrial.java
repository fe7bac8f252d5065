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
 * <p>What rounding to bfloat16 does to PSNR is not taken from two values of it: on one image the
 * rounding errors may happen to make up for the network's own, or to add to them, by more than they
 * cost in the mean. Since they are independent of those, their mean squares add.
 *
 * @param float32 seconds that the image takes in float32
 * @param bfloat16 seconds that it takes in bfloat16
 * @param loss by how much rounding to bfloat16 lowers its PSNR, in dB, on luminance: 10 log10(1 +
 *     d/e) where d is the mean square of the rounding errors, e that of the network's own
 */
public record PrecisionTrial(double float32, double bfloat16, double loss) {

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
    Precision[] compared = {Precision.FP32, Precision.BF16};
    Image[] results = new Image[2];
    network.use(Precision.FP32);
    try (Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false)) {
      // The first of each prepares, and does not count.
      for (int time = 0; time <= REPETITIONS; time++) {
        for (int i = 0; i < compared.length; i++) {
          network.use(compared[i]);
          long start = System.nanoTime();
          Image large = upscaler.upscale(small, (done, all) -> {});
          if (time == 0) {
            results[i] = large;
          } else {
            seconds[i] = Math.min(seconds[i], (System.nanoTime() - start) / 1e9);
          }
        }
      }
    } finally {
      network.use(before);
    }
    return new PrecisionTrial(
        seconds[0],
        seconds[1],
        loss(
            ImageQuality.compare(results[0], original, protocol).psnr(),
            ImageQuality.compare(results[1], results[0], protocol).psnr()));
  }

  /**
   * How much errors cost that are independent of those that are there already.
   *
   * @param psnr of a result and the original, in dB
   * @param between PSNR of the result with these errors and that without, in dB; infinite if both
   *     are the same
   * @return by how much they lower the PSNR, in dB
   */
  static double loss(double psnr, double between) {
    return 10 * Math.log10(1 + Math.pow(10, (psnr - between) / 10));
  }

  /**
   * Rings that become finer outwards, as in zone plates, behind a grid of edges. Of 16 bits, since
   * rounding to 8 bits would hide most rounding errors, and multiply the others.
   */
  private static Image testImage(int side) {
    short[] samples = new short[3 * side * side];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double fromCenter = Math.hypot(x - side / 2.0, y - side / 2.0);
        double ring = Math.cos(0.5 * Math.PI * fromCenter * fromCenter / side);
        boolean edge = (x / 24 + y / 24) % 2 == 0;
        for (int c = 0; c < 3; c++) {
          double value = 128 + (edge ? 70 - 20 * c : -30 + 20 * c) + 40 * ring;
          samples[3 * (y * side + x) + c] = (short) Math.round(value / 255 * 65535);
        }
      }
    }
    return Image.of(side, side, 3, samples);
  }

  /** What is to be taken. */
  public Precision chosen() {
    return bfloat16 <= WORTH * float32 && loss < TOLERANCE ? Precision.BF16 : Precision.FP32;
  }

  /** What is taken, and why, in a sentence. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "Precision %s: on this machine bf16 takes %.2f of the time of fp32, and lowers the PSNR of"
            + " a test image by %.4f dB.",
        chosen(),
        bfloat16 / float32,
        loss);
  }
}
