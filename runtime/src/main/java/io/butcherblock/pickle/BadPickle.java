package io.butcherblock.pickle;

import io.butcherblock.error.PlainText;

/** Says in a few words what is wrong with a file, to go behind "it cannot be read". */
public final class BadPickle extends Exception {

  private static final long serialVersionUID = 1L;

  public BadPickle(String message) {
    super(message);
  }

  /** A name out of a hostile file, short and on one line. */
  public static String shorten(String name) {
    return PlainText.shortOf(name);
  }
}
