package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.network.OurProgram;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.patches.SplitMix64;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.upscale.Upscaler;
import java.util.OptionalInt;

/** Enlarges images of all sizes, one after the other. */
public final class ManyImages extends OurProgram {

  static final String WORK = "images";
  static final String COUNT = "count";

  private static final int SMALLEST = 40;
  private static final int LARGEST = 120;

  /** Opened by the child process. */
  public ManyImages() {
    super(WORK);
  }

  @Override
  protected Work work(SuperResolutionNetwork network, Arguments arguments) {
    Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false);
    SplitMix64 sizes = new SplitMix64(1);
    return new ManyTimes(
        arguments.number(COUNT),
        i -> {
          int width = side(sizes);
          upscaler.upscale(SyntheticImages.generate(i, width, side(sizes)), (done, all) -> {});
        },
        upscaler);
  }

  private static int side(SplitMix64 sizes) {
    return SMALLEST + sizes.nextInt(LARGEST - SMALLEST);
  }
}
