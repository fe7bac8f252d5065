package io.butcherblock.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.error.ButcherblockException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingListenerTest {

  private final List<Long> drawn = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final TrainingListener log =
      new TrainingListener() {
        @Override
        public void continuesWithout(String what, ButcherblockException failure) {
          told.add(what + ": " + failure.getMessage());
        }
      };
  private long now;

  private static RunState state(long step) {
    return new RunState(
        step,
        1,
        BestSoFar.NONE.withLoss(1),
        0,
        false,
        RunState.START.unlogged(),
        RunState.START.levelStart());
  }

  /** A listener that takes a second, of a run that is saved after each step of a second. */
  private DrawingListener slow() {
    return new DrawingListener(
        new TrainingListener() {
          @Override
          public void save(RunState state) {
            drawn.add(state.step());
            now += 1_000_000_000;
          }
        },
        "the page",
        log,
        () -> now);
  }

  private void train(DrawingListener listener, int steps) {
    for (int step = 1; step <= steps; step++) {
      now += 1_000_000_000;
      listener.save(state(step));
    }
  }

  @Test
  void atMostATwentiethOfTheTimeGoesIntoDrawing() {
    try (DrawingListener listener = slow()) {
      train(listener, 100);
      assertEquals(List.of(1L, 20L, 39L, 58L, 77L, 96L), drawn);
    }
    assertEquals(List.of(1L, 20L, 39L, 58L, 77L, 96L, 100L), drawn);
  }

  @Test
  void whatIsDrawnAtTheLastSaveIsNotDrawnAgain() {
    try (DrawingListener listener = slow()) {
      train(listener, 20);
    }
    assertEquals(List.of(1L, 20L), drawn);
    try (DrawingListener untrained = slow()) {
      assertEquals(List.of(), told);
    }
    assertEquals(List.of(1L, 20L), drawn);
  }

  @Test
  void aFailureIsToldOnceAndItIsTriedAgain() {
    TrainingListener failing =
        new TrainingListener() {
          @Override
          public void save(RunState state) {
            drawn.add(state.step());
            if (state.step() == 1) {
              throw new ButcherblockException("The disk is full.");
            }
            throw new NoClassDefFoundError("sun.font");
          }
        };
    try (DrawingListener listener = new DrawingListener(failing, "its page", log, () -> now)) {
      train(listener, 3);
    }
    assertEquals(List.of(1L, 2L, 3L), drawn);
    assertEquals(List.of("its page: The disk is full."), told);
  }
}
