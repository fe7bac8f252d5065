package io.butcherblock.benchmarks.inference;

import io.butcherblock.benchmarks.network.OurProgram;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.io.IOException;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** Our runtime, with one of its engines. */
public final class OurInference extends OurProgram {

  static final String ENGINE = "engine";

  /** Opened by the child process. */
  public OurInference() {
    super(Upscaling.WORK);
  }

  @Override
  protected Work work(SuperResolutionNetwork network, Arguments arguments) throws IOException {
    Upscaling upscaling = Upscaling.from(arguments);
    upscaling.files().load(network.parameters(), network.spec().name());
    return new Upscaled(upscaling, OurEngine.valueOf(arguments.text(ENGINE)).open(network));
  }

  private record Upscaled(Upscaling upscaling, OurEngine.Forward forward) implements Work {

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
    }
  }
}
