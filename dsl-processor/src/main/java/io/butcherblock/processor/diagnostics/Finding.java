package io.butcherblock.processor.diagnostics;

import java.util.Collection;

/**
 * One thing that is wrong, or worth a warning.
 *
 * @param text the full text, tag first
 * @param location what it is about
 */
public record Finding(Message message, String text, Location location) {

  public boolean isError() {
    return message.severity() == Severity.ERROR;
  }

  public static boolean anyError(Collection<Finding> findings) {
    return findings.stream().anyMatch(Finding::isError);
  }
}
