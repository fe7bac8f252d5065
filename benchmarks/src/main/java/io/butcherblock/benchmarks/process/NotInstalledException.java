package io.butcherblock.benchmarks.process;

/** What a program needs is not on this machine. */
public final class NotInstalledException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  /** The message says what is missing. */
  public NotInstalledException(String message) {
    super(message);
  }
}
