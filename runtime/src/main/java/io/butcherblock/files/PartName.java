package io.butcherblock.files;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whose a part is, as its name says: {@code .butcherblock-HOST-PROCESS-NUMBER.part}.
 *
 * @param host of the machine, a digest of its name
 * @param process a random number that a process chooses for itself
 */
record PartName(String host, String process) {

  static final PartName OF_THIS_PROCESS =
      new PartName(
          Integer.toHexString(HostName.get().hashCode()),
          Long.toHexString(ThreadLocalRandom.current().nextLong()));

  private static final Pattern FORM =
      Pattern.compile("\\.butcherblock-([0-9a-f]{1,8})-([0-9a-f]{1,16})-\\d{1,9}\\.part");

  String numbered(int number) {
    return ".butcherblock-" + host + "-" + process + "-" + number + ".part";
  }

  /** Reads a file's name; empty if it is no part of ours. */
  static Optional<PartName> of(Path file) {
    Matcher form = FORM.matcher(String.valueOf(file.getFileName()));
    return form.matches()
        ? Optional.of(new PartName(form.group(1), form.group(2)))
        : Optional.empty();
  }
}
