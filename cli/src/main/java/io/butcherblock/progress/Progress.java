package io.butcherblock.progress;

/**
 * How far a long task is, with its rate and the time left, shown to the person who waits. Made by
 * {@link ProgressDisplay}; closed when the task ends, also when it fails.
 */
public interface Progress extends AutoCloseable {

  /** The task is so far: {@code done} of its total. */
  void to(long done);

  /** Shows a few words next to the figures from now on, such as the loss. */
  void note(String words);

  /** Prints a line of its own, such as a result on the way. */
  void line(String text);

  @Override
  void close();
}
