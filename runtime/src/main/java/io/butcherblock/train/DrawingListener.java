package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * A listener that draws what people look at while a network is trained. It takes little of the time
 * of the run: what is drawn at the first save is drawn again at a later one if no more than a
 * twentieth of the time goes into that, and when the listener is closed. And the run goes on
 * without it: its first failure is told in a sentence, and it is tried again later.
 *
 * <pre>{@code
 * try (DrawingListener page = new DrawingListener(new TrainingPageListener(folder), "its page", log)) {
 *   run.train(page.and(log), () -> false);
 * }
 * }</pre>
 */
public final class DrawingListener implements TrainingListener, AutoCloseable {

  /** The time between two drawings, in times of the first. */
  private static final int PAUSE = 19;

  private final TrainingListener listener;
  private final String what;
  private final TrainingListener teller;
  private final LongSupplier nanoTime;
  private boolean told;

  /** The newest save, unless it is drawn. */
  private Optional<RunState> undrawn = Optional.empty();

  /** When the next drawing may begin. */
  private OptionalLong next = OptionalLong.empty();

  /**
   * A listener that may be slow or fail.
   *
   * @param listener whose {@link TrainingListener#save} draws; it gets no other event
   * @param what it draws, for the sentence
   * @param teller is told that the run continues without it
   */
  public DrawingListener(TrainingListener listener, String what, TrainingListener teller) {
    this(listener, what, teller, System::nanoTime);
  }

  DrawingListener(
      TrainingListener listener, String what, TrainingListener teller, LongSupplier nanoTime) {
    this.listener = listener;
    this.what = what;
    this.teller = teller;
    this.nanoTime = nanoTime;
  }

  @Override
  public void save(RunState state) {
    undrawn = Optional.of(state);
    if (next.isEmpty() || nanoTime.getAsLong() - next.getAsLong() >= 0) {
      draw(state);
    }
  }

  private void draw(RunState state) {
    long began = nanoTime.getAsLong();
    try {
      listener.save(state);
    } catch (ButcherblockException e) {
      tell(e);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // As where a machine has no fonts to draw with.
      tell(new ButcherblockException("it cannot be drawn here: " + e + ".", e));
    }
    undrawn = Optional.empty();
    long ended = nanoTime.getAsLong();
    next = OptionalLong.of(ended + PAUSE * (ended - began));
  }

  private void tell(ButcherblockException failure) {
    if (!told) {
      told = true;
      teller.continuesWithout(what, failure);
    }
  }

  /** Draws the newest save, unless that is done. */
  @Override
  public void close() {
    undrawn.ifPresent(this::draw);
  }
}
