package io.butcherblock.processor.diagnostics;

/** How grave a finding is. */
public enum Severity {
  /** Nothing is generated. */
  ERROR,
  /** Code is generated; {@code @SuppressWarnings("butcherblock:Tag")} silences it. */
  WARNING,
  /** The same, for what is only good to know: {@code -Werror} lets it pass. */
  NOTE
}
