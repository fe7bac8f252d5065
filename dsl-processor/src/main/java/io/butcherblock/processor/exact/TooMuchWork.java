package io.butcherblock.processor.exact;

/** An exact computation would take longer than a compiler should. */
public final class TooMuchWork extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public TooMuchWork() {
    super("more work than a compiler should do", null, false, false);
  }
}
