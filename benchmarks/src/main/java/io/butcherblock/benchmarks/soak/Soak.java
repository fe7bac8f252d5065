package io.butcherblock.benchmarks.soak;

import io.butcherblock.benchmarks.report.Folders;
import io.butcherblock.device.LibTorch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Works for a long time and tells whether what the process holds stayed level. */
@Command(name = "soak", description = "Works for a long time; see benchmarks/README.md.")
final class Soak implements Callable<Integer> {

  /** What is done. */
  enum Kind {
    training,
    upscaling
  }

  @Parameters(paramLabel = "WORK", description = "What is done: ${COMPLETION-CANDIDATES}.")
  private Kind kind;

  @Option(names = "--minutes", defaultValue = "120", description = "Time of training.")
  private int minutes;

  @Option(names = "--images", defaultValue = "5000", description = "Images to enlarge.")
  private int images;

  @Option(names = "--callers", defaultValue = "4", description = "Threads that enlarge.")
  private int callers;

  @Option(
      names = "--interval",
      defaultValue = "5000",
      description = "Milliseconds from one sample to the next.")
  private long interval;

  @Option(names = "--threads", defaultValue = "1", description = "Threads of an operator.")
  private int threads;

  @Option(names = "--out", required = true, description = "Folder of the files to write.")
  private Path out;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Soak()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Files.createDirectories(out);
    // Of its own, as a rule, so that its files can be counted; Java does not make it.
    Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
    Path folder = Files.createTempDirectory(out.toAbsolutePath(), "soak");
    LibTorch.useThreads(threads);
    Work work =
        kind == Kind.training
            ? new LongTraining(Duration.ofMinutes(minutes))
            : new ManyImages(images, callers);
    AtomicLong done = new AtomicLong();
    Path table = out.resolve("soak-" + kind + ".csv");
    List<Sample> samples;
    try (Sampler sampler =
        new Sampler(
            table, new ProcessState(folder, folder.resolve(LongTraining.RUN)), done, interval)) {
      work.run(folder, done);
      samples = sampler.samples();
    }
    Course course = new Course(samples);
    String what = kind == Kind.training ? "training steps" : "images enlarged";
    course
        .plot("%s %s".formatted(done.get(), what), what)
        .write(out.resolve("soak-" + kind + ".png"));
    System.out.printf("%s %s%n%s", done.get(), what, course.table());
    Folders.delete(folder);
    return CommandLine.ExitCode.OK;
  }
}
