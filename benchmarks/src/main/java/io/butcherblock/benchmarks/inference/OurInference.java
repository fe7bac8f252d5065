package io.butcherblock.benchmarks.inference;

import io.butcherblock.benchmarks.network.OurSubject;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.io.IOException;
import java.util.Map;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Our runtime, with one of its engines. */
public final class OurInference extends OurSubject {

  static final String ENGINE = "engine";

  @Override
  protected Map<String, Work> open(SuperResolutionNetwork network, Arguments arguments)
      throws IOException {
    Upscaling upscaling = Upscaling.from(arguments);
    upscaling.files().load(network.parameters(), network.spec().name());
    OurEngine.Forward forward = OurEngine.valueOf(arguments.text(ENGINE)).open(network);
    return Map.of(Upscaling.WORK, new Upscaled(upscaling, network, forward));
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
