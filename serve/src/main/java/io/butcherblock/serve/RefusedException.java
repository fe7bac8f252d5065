package io.butcherblock.serve;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;

/** Why a request is refused, with the status that says so to programs. */
final class RefusedException extends ButcherblockException {

  private static final long serialVersionUID = 1L;

  static final int BAD_REQUEST = 400;
  static final int GONE = 410;
  static final int TOO_LARGE = 413;
  static final int NO_ROOM = 507;

  private final int status;

  RefusedException(int status, String sentence) {
    super(sentence);
    this.status = status;
  }

  /** The status of an answer that tells a failure; one of a file is the disk's. */
  static int status(ButcherblockException failure) {
    // Causes too: what is said of a file may have been worded anew.
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof RefusedException refused) {
        return refused.status;
      }
      if (each instanceof IOException) {
        return NO_ROOM;
      }
    }
    return BAD_REQUEST;
  }
}
