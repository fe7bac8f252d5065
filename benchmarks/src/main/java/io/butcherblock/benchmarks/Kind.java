package io.butcherblock.benchmarks;

import io.butcherblock.benchmarks.blocks.BlockBenchmark;
import io.butcherblock.benchmarks.compile.Compiling;
import io.butcherblock.benchmarks.inference.InferenceBenchmark;
import io.butcherblock.benchmarks.measure.Findings;
import io.butcherblock.benchmarks.memory.MemoryBenchmark;
import io.butcherblock.benchmarks.startup.StartupBenchmark;
import io.butcherblock.benchmarks.training.TrainingBenchmark;
import java.io.File;
import java.util.List;
import java.util.stream.Stream;

/** The benchmarks by name; each with as many rounds of warm-up as its times fall. */
enum Kind {
  compile {
    @Override
    Findings measure(Settings settings) throws Exception {
      return Compiling.measure(
          settings.clock(name(), 4),
          settings.examples(),
          settings.projectClassPath(),
          settings.processors(),
          settings.folder());
    }
  },
  inference {
    @Override
    Findings measure(Settings settings) throws Exception {
      return InferenceBenchmark.measure(settings.clock(name(), 2), settings.children());
    }
  },
  training {
    @Override
    Findings measure(Settings settings) throws Exception {
      return TrainingBenchmark.measure(settings.clock(name(), 2), settings.children());
    }
  },
  blocks {
    @Override
    Findings measure(Settings settings) throws Exception {
      return BlockBenchmark.measure(settings.rounds());
    }
  },
  memory {
    @Override
    Findings measure(Settings settings) throws Exception {
      return MemoryBenchmark.measure(settings.children());
    }
  },
  startup {
    @Override
    Findings measure(Settings settings) throws Exception {
      return StartupBenchmark.measure(
          settings.clock(name(), 1),
          settings.launcherJar() + File.pathSeparator + settings.projectClassPath(),
          settings.folder());
    }
  },
  all {
    @Override
    Findings measure(Settings settings) {
      throw new UnsupportedOperationException("These are several.");
    }

    @Override
    List<Kind> each() {
      return Stream.of(values()).filter(kind -> kind != all).toList();
    }
  };

  abstract Findings measure(Settings settings) throws Exception;

  /** The single benchmarks that it stands for. */
  List<Kind> each() {
    return List.of(this);
  }
}
