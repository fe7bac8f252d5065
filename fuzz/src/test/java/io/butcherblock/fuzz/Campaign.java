package io.butcherblock.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Jazzer on one target after the other, each in a process of its own. What it has learned stays in
 * the folder {@code NAME/corpus} for the next time; an input that fails is {@code NAME/crash-...}.
 */
public final class Campaign {

  private static final String EXECUTIONS = "stat::number_of_executed_units:";

  private final Path folder;
  private final String seconds;

  private Campaign(Path folder, String seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  /**
   * Runs the targets, and prints a line for each.
   *
   * @param arguments a folder, the seconds for each target, and names separated by commas, or
   *     {@code all}
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Campaign campaign = new Campaign(Path.of(arguments[0]), arguments[1]);
    boolean failed = false;
    for (Target target : targets(arguments[2])) {
      failed |= campaign.fails(target);
    }
    System.exit(failed ? 1 : 0);
  }

  private static List<Target> targets(String names) {
    return names.equals("all")
        ? List.of(Target.values())
        : Arrays.stream(names.split(",")).map(Target::named).toList();
  }

  private boolean fails(Target target) throws IOException, InterruptedException {
    Path own = folder.resolve(target.toString());
    Path seeds = Files.createDirectories(own.resolve("seeds"));
    Path corpus = Files.createDirectories(own.resolve("corpus"));
    int number = 0;
    for (byte[] seed : target.inputs(target.make())) {
      Files.write(seeds.resolve(String.valueOf(number++)), seed);
    }
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command(target, own, corpus, seeds)).redirectErrorStream(true).start();
    String executions = "?";
    List<String> tail = new ArrayList<>();
    try (BufferedReader output = process.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(EXECUTIONS)) {
          executions = line.substring(EXECUTIONS.length()).strip();
        }
        tail.add(line);
      }
    }
    int status = process.waitFor();
    Files.write(own.resolve("output.txt"), tail);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-16s %6.0f s %12s executions, exit %d",
            target,
            1e-9 * (System.nanoTime() - begin),
            executions,
            status));
    return status != 0;
  }

  private List<String> command(Target target, Path own, Path corpus, Path seeds) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Djava.awt.headless=true",
        // Memory is bounded, whatever a file says.
        "-Xmx512m",
        "-D" + JazzerEntry.TARGET + "=" + target,
        "-classpath",
        System.getProperty("java.class.path"),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + JazzerEntry.class.getName(),
        "--instrumentation_includes=io.butcherblock.**:com.twelvemonkeys.**",
        "--reproducer_path=" + own,
        "-artifact_prefix=" + own + "/",
        "-max_total_time=" + seconds,
        "-max_len=65536",
        // Of the clock: the machine may be busy. The time of the processor is checked by Harness.
        "-timeout=120",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
        corpus.toString(),
        seeds.toString());
  }
}
