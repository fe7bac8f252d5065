package io.butcherblock.error;

import java.io.Serializable;

/**
 * A setting that the message of a failure names, for what the caller can do about it.
 *
 * @param setting what to change or to leave as it was
 * @param value the value that helps, as text; empty where the message names the setting alone
 */
public record Remedy(Setting setting, String value) implements Serializable {

  private static final long serialVersionUID = 1L;

  /** In words for a Java program's user: "a batch size of 8", or "batch size" without a value. */
  @Override
  public String toString() {
    return value.isEmpty() ? setting.toString() : "a " + setting + " of " + value;
  }
}
