package io.butcherblock.distributed;

/**
 * What became of a piece of work.
 *
 * @param piece its number
 * @param kind whether it was done
 * @param text what rank 0 is to know of it
 */
public record WorkResult(int piece, Kind kind, String text) {

  /** How it ended. */
  public enum Kind {
    /** Done now. */
    MADE,
    /** Done before, in an earlier run. */
    KEPT,
    /** It cannot be done; the others can. */
    FAILED
  }

  String line() {
    return piece + " " + kind + " " + text;
  }

  static WorkResult of(String line) {
    String[] parts = line.split(" ", 3);
    return new WorkResult(Integer.parseInt(parts[0]), Kind.valueOf(parts[1]), parts[2]);
  }
}
