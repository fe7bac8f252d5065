package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.network.OurSubject;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.upscale.Upscaler;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** Enlarges images of all sizes, one after the other. */
public final class ManyImages extends OurSubject {

  static final String WORK = "images";
  static final String COUNT = "count";

  private static final int SMALLEST = 40;
  private static final int LARGEST = 120;

  @Override
  protected Map<String, Work> open(SuperResolutionNetwork network, Arguments arguments) {
    Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false);
    return Map.of(WORK, new Images(network, upscaler, new Random(1), arguments.number(COUNT)));
  }

  private record Images(SuperResolutionNetwork network, Upscaler upscaler, Random sizes, int count)
      implements Work {

    @Override
    public float[] run() {
      for (int i = 0; i < count; i++) {
        int width = side();
        upscaler.upscale(SyntheticImages.generate(i, width, side()), (done, all) -> {});
      }
      return new float[0];
    }

    private int side() {
      return SMALLEST + sizes.nextInt(LARGEST - SMALLEST);
    }

    @Override
    public void close() {
      upscaler.close();
      network.close();
    }
  }
}
