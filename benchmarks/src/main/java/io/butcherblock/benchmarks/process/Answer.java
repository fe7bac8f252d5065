package io.butcherblock.benchmarks.process;

import java.util.Optional;

/** One line from a child: {@code ok} and what was asked for, or {@code failed} and why. */
final class Answer {

  private static final String OK = "ok ";
  private static final String FAILED = "failed ";

  private Answer() {}

  static String ok(String content) {
    return OK + content;
  }

  static String failed(String why) {
    return FAILED + why.lines().findFirst().orElse("");
  }

  /**
   * What was asked for.
   *
   * @param line empty where the child has ended
   * @throws IllegalStateException if the child failed
   */
  static String content(String child, Optional<String> line) {
    String answer = line.orElse(FAILED + "its process ended");
    if (answer.startsWith(OK)) {
      return answer.substring(OK.length());
    }
    throw new IllegalStateException(
        child
            + " failed: "
            + (answer.startsWith(FAILED) ? answer.substring(FAILED.length()) : answer));
  }
}
