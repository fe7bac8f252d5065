package io.butcherblock.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much memory this process may map, which shells and job schedulers limit (ulimit -v). */
final class AddressSpace {

  private static final Path LIMITS = Path.of("/proc/self/limits");

  private static final Pattern SOFT = Pattern.compile("Max address space +(\\d+) ");

  private AddressSpace() {}

  /** The limit in bytes; empty if there is none, and on systems that do not tell. */
  static OptionalLong limit() {
    try {
      return limit(Files.readString(LIMITS));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** As Linux writes limits of a process, proc_pid_limits(5). */
  static OptionalLong limit(String limits) {
    Matcher soft = SOFT.matcher(limits);
    return soft.find() ? OptionalLong.of(Long.parseLong(soft.group(1))) : OptionalLong.empty();
  }
}
