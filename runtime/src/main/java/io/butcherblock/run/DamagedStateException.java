package io.butcherblock.run;

/** A saved state that a run cannot be resumed from; the message is a clause that says why. */
final class DamagedStateException extends Exception {

  private static final long serialVersionUID = 1L;

  DamagedStateException(String why) {
    super(why);
  }

  DamagedStateException(String why, Throwable cause) {
    super(why, cause);
  }
}
