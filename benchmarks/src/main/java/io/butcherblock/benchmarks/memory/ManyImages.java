package io.butcherblock.benchmarks.memory;

import io.butcherblock.benchmarks.network.Bindings;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Contender;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.data.SyntheticImages;
import io.butcherblock.device.Engine;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.upscale.Upscaler;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** Enlarges images of all sizes, one after the other. */
public final class ManyImages implements Contender {

  static final String WORK = "images";
  static final String COUNT = "count";

  private static final int SMALLEST = 40;
  private static final int LARGEST = 120;

  @Override
  public Map<String, Work> open(Arguments arguments) {
    Engine.useThreads(arguments.number(ChildSettings.THREADS));
    SuperResolutionNetwork network = MeasuredNetwork.from(arguments).open();
    Upscaler upscaler = new Upscaler(network, OptionalInt.empty(), false);
    return Map.of(WORK, new Images(network, upscaler, new Random(1), arguments.number(COUNT)));
  }

  @Override
  public Map<String, String> versions() {
    return Bindings.versions();
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
