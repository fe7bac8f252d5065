package io.butcherblock.cli;

/** Ends of sentences. */
final class Sentence {

  private Sentence() {}

  /** The text with a full stop, unless it has an end. */
  static String ended(String text) {
    return !text.isEmpty() && ".?!".indexOf(text.charAt(text.length() - 1)) >= 0
        ? text
        : text + ".";
  }
}
