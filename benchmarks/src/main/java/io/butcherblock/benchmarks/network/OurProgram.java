package io.butcherblock.benchmarks.network;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.io.IOException;
import java.util.Map;

/** A {@link MeasuredNetwork} in our runtime, which does one work. */
public abstract class OurProgram implements ChildProgram {

  private final String work;

  /** A program whose work has this name. */
  protected OurProgram(String work) {
    this.work = work;
  }

  @Override
  public final Map<String, Work> open(Arguments arguments) throws IOException {
    LibTorch.useThreads(arguments.number(ChildSettings.THREADS));
    SuperResolutionNetwork network = MeasuredNetwork.from(arguments).open();
    return Map.of(work, new WithNetwork(work(network, arguments), network));
  }

  /** The work with {@code network}, which is closed after the work. */
  protected abstract Work work(SuperResolutionNetwork network, Arguments arguments)
      throws IOException;

  @Override
  public final Map<String, String> versions() {
    return Bindings.versions();
  }

  private record WithNetwork(Work work, SuperResolutionNetwork network) implements Work {

    @Override
    public float[] run() throws Exception {
      return work.run();
    }

    @Override
    public void close() throws Exception {
      work.close();
      network.close();
    }
  }
}
