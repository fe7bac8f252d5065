package io.butcherblock.fuzz;

import io.butcherblock.error.ButcherblockException;

/** What a refusal must be: one sentence that a terminal can show. */
final class Refusal {

  /** A paragraph, in which a path and names of tensors can stand. */
  private static final int LONGEST = 1000;

  private Refusal() {}

  static void check(ButcherblockException refusal) {
    checkText(refusal.getMessage(), LONGEST, "");
    if (!refusal.getMessage().matches("(?s).*[.?]")) {
      throw new AssertionError("No sentence: " + refusal.getMessage());
    }
  }

  /** Checks that a text is no longer than {@code longest} and shows nothing but itself. */
  static void checkText(String text, int longest, String allowed) {
    if (text == null || text.isBlank() || text.length() > longest) {
      int length = text == null ? -1 : text.length();
      throw new AssertionError("A message of " + length + " characters: " + cut(text));
    }
    text.chars()
        .filter(c -> Character.isISOControl(c) && allowed.indexOf(c) < 0)
        .findFirst()
        .ifPresent(
            c -> {
              throw new AssertionError("Control character " + c + " in: " + text);
            });
  }

  private static String cut(String text) {
    return text == null ? "null" : text.substring(0, Math.min(LONGEST, text.length()));
  }
}
