package io.butcherblock.error;

/**
 * Something that the person at the keyboard can mend: bad input, a missing file, a full disk.
 *
 * <p>The message is one plain sentence that says what is wrong, where, and what to do. The command
 * line prints it without a stack trace and exits with status 1.
 */
public class ButcherblockException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ButcherblockException(String message) {
    super(message);
  }

  public ButcherblockException(String message, Throwable cause) {
    super(message, cause);
  }
}
