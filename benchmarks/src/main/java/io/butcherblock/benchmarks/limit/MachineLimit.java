package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.network.Bindings;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.device.LibTorch;
import java.util.LinkedHashMap;
import java.util.Map;

/** A convolution in every layout, by all threads together and side by side; and a copy. */
public final class MachineLimit implements ChildProgram {

  static final String COPY = "copy";

  @Override
  public Map<String, Work> open(Arguments arguments) {
    int threads = arguments.number(ChildSettings.THREADS);
    LibTorch.useThreads(threads);
    ConvolutionSize size = ConvolutionSize.from(arguments);
    Map<String, Work> works = new LinkedHashMap<>();
    for (Layout layout : Layout.values()) {
      works.put(layout.name(), new Convolving(layout, size));
      works.put(sideBySide(layout), new SideBySide(layout, size, threads));
    }
    works.put(COPY, new Copying());
    return works;
  }

  static String sideBySide(Layout layout) {
    return layout.name() + "-SIDE-BY-SIDE";
  }

  @Override
  public Map<String, String> versions() {
    return Bindings.versions();
  }
}
