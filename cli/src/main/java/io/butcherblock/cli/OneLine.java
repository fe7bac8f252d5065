package io.butcherblock.cli;

/** Cuts a message to its first line. */
final class OneLine {

  private OneLine() {}

  static String of(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
  }
}
