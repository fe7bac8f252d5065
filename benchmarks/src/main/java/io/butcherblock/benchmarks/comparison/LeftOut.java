package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.process.NotInstalledException;

/**
 * Who was to be compared and is not.
 *
 * @param reason in a line
 * @param failed whether its program failed: the reason then names the file of its messages
 */
public record LeftOut(String subject, String reason, boolean failed) {

  static LeftOut because(String subject, IllegalStateException reason) {
    boolean told =
        reason instanceof NotInstalledException || reason instanceof DisagreementException;
    return new LeftOut(subject, reason.getMessage(), !told);
  }
}
