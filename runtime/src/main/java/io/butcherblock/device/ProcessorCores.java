package io.butcherblock.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** The processor cores that this process may use, as Linux counts them. */
final class ProcessorCores {

  private static final String ALLOWED = "Cpus_allowed_list:";

  private ProcessorCores() {}

  /** How many there are; empty where the system does not say. */
  static OptionalInt count() {
    return count(Path.of("/proc/self/status"), Path.of("/sys/devices/system/cpu"));
  }

  /**
   * Counts the sets of processors that share a core, of those that the process may run on.
   *
   * @param status of the process, as in proc(5)
   * @param processors a folder {@code cpu<number>} for each
   */
  static OptionalInt count(Path status, Path processors) {
    try {
      Set<String> cores = new HashSet<>();
      for (int number : allowed(status)) {
        Path siblings = processors.resolve("cpu" + number + "/topology/thread_siblings_list");
        cores.add(Files.readString(siblings));
      }
      return cores.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cores.size());
    } catch (IOException | NumberFormatException e) {
      // No Linux, or one that tells nothing of its processors.
      return OptionalInt.empty();
    }
  }

  /** The numbers of a list such as {@code 0-3,8}. */
  private static List<Integer> allowed(Path status) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith(ALLOWED)) {
        for (String range : line.substring(ALLOWED.length()).strip().split(",", -1)) {
          String[] ends = range.split("-", -1);
          int last = Integer.parseInt(ends[ends.length - 1]);
          for (int number = Integer.parseInt(ends[0]); number <= last; number++) {
            numbers.add(number);
          }
        }
      }
    }
    return numbers;
  }
}
