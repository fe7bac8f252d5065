package io.butcherblock.execute;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Closes, should the rest fail, what was made for an object that has several parts; the last is
 * closed first. For a try-with-resources statement, whose last line calls {@link #keep}.
 */
public final class CloseOnFailure implements AutoCloseable {

  private final Deque<AutoCloseable> made = new ArrayDeque<>();

  /** Adds a part, and returns it. */
  public <T extends AutoCloseable> T add(T part) {
    made.push(part);
    return part;
  }

  /** All parts are there: they are somebody's who closes them. */
  public void keep() {
    made.clear();
  }

  @Override
  public void close() {
    if (made.isEmpty()) {
      return;
    }
    // Should closing one fail, the others are closed, too.
    try (CloseOnFailure others = this) {
      made.pop().close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
