package io.butcherblock.benchmarks.builds;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.benchmarks.process.ColdStart;
import io.butcherblock.benchmarks.report.Folders;
import io.butcherblock.files.Json;
import io.butcherblock.measure.Quantiles;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The time of a step of training, as the log of a run tells it: the median of all steps but the
 * first.
 *
 * @param training trains {@link #STEPS} steps, with a line of the log for each
 * @param runFolder the folder of the run, which is deleted again
 */
record TimePerStep(ColdStart training, Path runFolder) implements TimedTask {

  static final int STEPS = 7;

  private static final int PATCHES = 16;

  @Override
  public String name() {
    return training.name();
  }

  @Override
  public double run() throws IOException, InterruptedException {
    double unused = training.run();
    double milliseconds = ofLog(Files.readAllLines(runFolder.resolve("log.jsonl")));
    Folders.delete(runFolder);
    return milliseconds;
  }

  /** The median of the milliseconds of each step but the first. */
  static double ofLog(List<String> lines) throws IOException {
    List<Double> times = new ArrayList<>();
    for (String line : lines) {
      JsonNode rate = Json.MAPPER.readTree(line).get("patches_per_second");
      if (rate != null) {
        times.add(PATCHES * 1e3 / rate.asDouble());
      }
    }
    if (times.size() < 2) {
      throw new IllegalStateException(
          "The log of the training has %s steps, too few to be timed.".formatted(times.size()));
    }
    return Quantiles.of(times.subList(1, times.size())).median();
  }
}
