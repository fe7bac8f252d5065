package io.butcherblock.benchmarks.builds;

import io.butcherblock.benchmarks.process.ColdStart;
import io.butcherblock.benchmarks.process.Program;
import io.butcherblock.measure.TimedTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A build, and what it is timed at.
 *
 * @param name in tables
 * @param folder for what it writes
 */
record Build(String name, Program program, Pictures pictures, Path folder) {

  private static final String NETWORK = "oisr-lf-s";

  /** Trains weights, each time the same, and enlarges all images once. */
  static Build prepare(String name, Program program, Pictures pictures, Path folder)
      throws IOException, InterruptedException {
    Build build = new Build(name, program, pictures, folder);
    Files.createDirectories(build.enlarged());
    double unusedTraining = build.train(build.run(), 1).run();
    double unusedEnlarging = build.upscale(pictures.images()).run();
    return build;
  }

  /** The list of commands. */
  TimedTask help() {
    return program.coldStart(name, "--help");
  }

  /** From the start of the program to an enlarged image of 8x8, and to its end. */
  TimedTask firstImage() {
    return upscale(List.of(pictures.tiny()));
  }

  /** An image of 320x180, reading and writing included, the start of the program not. */
  TimedTask inference() {
    List<Path> images = pictures.images();
    return new TimePerImage(upscale(images.subList(0, 1)), upscale(images), images.size() - 1);
  }

  /** A step with 16 patches of 48x48. */
  TimedTask training() {
    Path run = folder.resolve("timed");
    return new TimePerStep(train(run, TimePerStep.STEPS), run);
  }

  /** Where {@link #inference} and {@link #firstImage} write their images to. */
  Path enlarged() {
    return folder.resolve("enlarged");
  }

  private Path run() {
    return folder.resolve("run");
  }

  private ColdStart upscale(List<Path> images) {
    List<String> arguments =
        new ArrayList<>(
            List.of("upscale", NETWORK, "--weights", run().resolve("weights.safetensors") + ""));
    images.forEach(image -> arguments.add(image.toString()));
    arguments.addAll(List.of("--out", enlarged().toString()));
    return program.coldStart(name, arguments.toArray(String[]::new));
  }

  private ColdStart train(Path run, int steps) {
    return program.coldStart(
        name,
        "train",
        NETWORK,
        "--scale",
        "2",
        "--data",
        pictures.training().toString(),
        "--val",
        pictures.validation().toString(),
        "--steps",
        String.valueOf(steps),
        "--log-every",
        "1",
        "--validate-every",
        String.valueOf(steps),
        "--out",
        run.toString());
  }
}
