package io.butcherblock.benchmarks.network;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Subject;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.io.IOException;
import java.util.Map;

/** A {@link MeasuredNetwork} in our runtime. */
public abstract class OurSubject implements Subject {

  @Override
  public final Map<String, Work> open(Arguments arguments) throws IOException {
    LibTorch.useThreads(arguments.number(ChildSettings.THREADS));
    return open(MeasuredNetwork.from(arguments).open(), arguments);
  }

  /** {@link #open(Arguments)} for {@code network}, which the works close. */
  protected abstract Map<String, Work> open(SuperResolutionNetwork network, Arguments arguments)
      throws IOException;

  @Override
  public final Map<String, String> versions() {
    return Bindings.versions();
  }
}
