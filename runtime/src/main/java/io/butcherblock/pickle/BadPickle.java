package io.butcherblock.pickle;

/** Says in a few words what is wrong with a file, to go behind "it cannot be read". */
public final class BadPickle extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 80;

  public BadPickle(String message) {
    super(message);
  }

  /** A name out of a hostile file, short and on one line. */
  public static String shorten(String name) {
    String start = name.length() <= LONGEST ? name : name.substring(0, LONGEST - 3) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
