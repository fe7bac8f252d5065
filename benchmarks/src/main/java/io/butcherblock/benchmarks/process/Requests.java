package io.butcherblock.benchmarks.process;

import io.butcherblock.files.Json;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Answers the requests of a parent:
 *
 * <pre>
 * run WORK              does it once: its milliseconds, and those of the processors since the last
 * check WORK N FILE     does it N times and writes what it computed
 * peak                  the most memory that the process has had, in KiB; negative where unknown
 * outside               what the process has outside Java's heap, in KiB; negative where unknown
 * versions              libraries and versions, as JSON
 * </pre>
 */
final class Requests implements AutoCloseable {

  /** At most, for what comes last is a path, which may have spaces. */
  private static final int WORDS = 4;

  private final ChildProgram program;
  private final Map<String, Work> works;
  private long processorTime = processorTime();

  private Requests(ChildProgram program, Map<String, Work> works) {
    this.program = program;
    this.works = works;
  }

  static Requests open(ChildProgram program, Arguments arguments) throws Exception {
    return new Requests(program, program.open(arguments));
  }

  String answer(String line) throws Exception {
    List<String> words = List.of(line.split(" ", WORDS));
    return switch (words.get(0)) {
      case "run" -> run(work(words.get(1)));
      case "check" ->
          check(work(words.get(1)), Integer.parseInt(words.get(2)), Path.of(words.get(3)));
      case "peak" -> String.valueOf(ProcessMemory.peak());
      case "outside" -> String.valueOf(ProcessMemory.outsideHeap());
      case "versions" -> Json.line(program.versions());
      default -> throw new IllegalArgumentException("There is no request " + line + ".");
    };
  }

  private Work work(String name) {
    Work work = works.get(name);
    if (work == null) {
      throw new IllegalArgumentException(
          "There is no work " + name + "; there are " + works.keySet() + ".");
    }
    return work;
  }

  private String run(Work work) throws Exception {
    double idle = (processorTime() - processorTime) / 1e6;
    long begin = System.nanoTime();
    work.run();
    double milliseconds = (System.nanoTime() - begin) / 1e6;
    processorTime = processorTime();
    return milliseconds + " " + idle;
  }

  private static String check(Work work, int times, Path file) throws Exception {
    List<float[]> results = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      results.add(work.run());
    }
    FloatFile.write(file, results);
    return "";
  }

  /** Of all threads, in nanoseconds. */
  private static long processorTime() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  @Override
  public void close() throws Exception {
    for (Work work : works.values()) {
      work.close();
    }
  }
}
