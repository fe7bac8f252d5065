package io.butcherblock.benchmarks.inference;

import io.butcherblock.benchmarks.network.Bindings;
import io.butcherblock.benchmarks.network.MeasuredNetwork;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Contender;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.device.Engine;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Our runtime, with one of its engines. */
public final class OurInference implements Contender {

  static final String ENGINE = "engine";

  @Override
  public Map<String, Work> open(Arguments arguments) throws IOException {
    Engine.useThreads(arguments.number(ChildSettings.THREADS));
    Upscaling upscaling = Upscaling.from(arguments);
    MeasuredNetwork measured = MeasuredNetwork.from(arguments);
    SuperResolutionNetwork network = measured.open();
    upscaling.files().load(network.parameters(), measured.spec().name());
    OurEngine.Forward forward = OurEngine.valueOf(arguments.text(ENGINE)).open(network);
    return Map.of(Upscaling.WORK, new Upscaled(upscaling, network, forward));
  }

  @Override
  public Map<String, String> versions() {
    return Bindings.versions();
  }

  private record Upscaled(
      Upscaling upscaling, SuperResolutionNetwork network, OurEngine.Forward forward)
      implements Work {

    @Override
    public float[] run() {
      NoGradGuard guard = new NoGradGuard();
      try (Tensor lr = Tensors.of(upscaling.image(), upscaling.inputShape());
          Tensor sr = forward.apply(lr)) {
        return Tensors.toArray(sr);
      } finally {
        guard.close();
      }
    }

    @Override
    public void close() {
      forward.close();
      network.close();
    }
  }
}
