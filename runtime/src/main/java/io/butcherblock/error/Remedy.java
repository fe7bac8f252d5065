package io.butcherblock.error;

import java.io.Serializable;

/**
 * A setting that the message of a failure names, because changing it helps.
 *
 * @param setting what to change, or to leave as it was
 * @param value the value that helps, as text; empty if the message names the setting alone
 */
public record Remedy(Setting setting, String value) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * The remedy in words for the user of a Java program: {@code a batch size of 8}, or {@code batch
   * size} without a value.
   */
  @Override
  public String toString() {
    return value.isEmpty() ? setting.toString() : "a " + setting + " of " + value;
  }
}
