package io.butcherblock.benchmarks;

import io.butcherblock.benchmarks.blocks.BlockBenchmark;
import io.butcherblock.benchmarks.builds.BuildsBenchmark;
import io.butcherblock.benchmarks.compile.Compiling;
import io.butcherblock.benchmarks.inference.InferenceBenchmark;
import io.butcherblock.benchmarks.memory.MemoryBenchmark;
import io.butcherblock.benchmarks.report.Findings;
import io.butcherblock.benchmarks.startup.StartupBenchmark;
import io.butcherblock.benchmarks.training.TrainingBenchmark;
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
      return InferenceBenchmark.measure(
          settings.clock(name(), 2), settings.children(), settings.python(), settings.network());
    }
  },
  training {
    @Override
    Findings measure(Settings settings) throws Exception {
      return TrainingBenchmark.measure(
          settings.clock(name(), 2), settings.children(), settings.python());
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
          settings.clock(name(), 1), settings.launcher(), settings.folder());
    }
  },
  builds {
    @Override
    Findings measure(Settings settings) throws Exception {
      return BuildsBenchmark.measure(
          settings.clock(name(), 0),
          settings.base().orElseThrow(() -> new IllegalStateException(NO_BASE)),
          settings.changed().orElse(settings.commandLine()),
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
      return Stream.of(values()).filter(kind -> kind != all && kind != builds).toList();
    }
  };

  private static final String NO_BASE =
      "There is no build to compare with; give its class path by -Dbenchmark.base=CLASSPATH.";

  abstract Findings measure(Settings settings) throws Exception;

  /** The single benchmarks that it stands for; builds need a base, and are not among all. */
  List<Kind> each() {
    return List.of(this);
  }
}
