package io.butcherblock.gradient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BatchWorkersTest {

  private static <T> List<T> run(BatchWorkers workers, int parts, IntFunction<T> part) {
    return workers.fold(
        parts,
        number -> List.of(part.apply(number)),
        (sum, term) -> Stream.concat(sum.stream(), term.stream()).toList(),
        sum -> {});
  }

  private final int threadsBefore = torch.get_num_threads();

  @BeforeEach
  void threeThreads() {
    torch.set_num_threads(3);
  }

  @AfterEach
  void asBefore() {
    torch.set_num_threads(threadsBefore);
  }

  @Test
  void resultsAreInOrder() {
    try (BatchWorkers workers = BatchWorkers.forThreadsOfLibrary()) {
      assertEquals(3, workers.count());
      assertEquals(List.of(0, 1, 4, 9, 16), run(workers, 5, part -> part * part));
    }
  }

  @Test
  void eachWorkerUsesOneThreadOfTheLibraryAndTheOthersKeepTheirs() throws InterruptedException {
    try (BatchWorkers workers = BatchWorkers.forThreadsOfLibrary()) {
      assertEquals(List.of(1, 1, 1), run(workers, 3, part -> torch.get_num_threads()));
      assertEquals(3, torch.get_num_threads());
      AtomicInteger ofNewThread = new AtomicInteger();
      Thread thread = new Thread(() -> ofNewThread.set(torch.get_num_threads()));
      thread.start();
      thread.join();
      assertEquals(3, ofNewThread.get());
    }
  }

  /** Each part lasts long enough for another to begin. */
  @Test
  void theFirstBatchIsWorkedOnOnePartAfterTheOther() {
    AtomicInteger running = new AtomicInteger();
    IntFunction<Integer> together =
        part -> {
          int now = running.incrementAndGet();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
          running.decrementAndGet();
          return now;
        };
    try (BatchWorkers workers = BatchWorkers.forThreadsOfLibrary()) {
      assertEquals(List.of(1, 1, 1), run(workers, 3, together));
      assertTrue(run(workers, 3, together).stream().anyMatch(now -> now > 1));
    }
  }

  @Test
  void threadsEndWhenTheyAreClosed() throws InterruptedException {
    List<Thread> threads;
    try (BatchWorkers workers = BatchWorkers.forThreadsOfLibrary()) {
      threads = run(workers, 3, part -> Thread.currentThread());
      assertTrue(threads.stream().allMatch(Thread::isAlive));
    }
    for (Thread thread : threads) {
      thread.join(10_000);
      assertFalse(thread.isAlive());
    }
  }

  @Test
  void theCallerAloneKeepsAllThreads() {
    try (BatchWorkers workers = BatchWorkers.callerOnly()) {
      assertEquals(List.of(3, 3), run(workers, 2, part -> torch.get_num_threads()));
    }
  }

  @Test
  void aFailureIsToldWhenAllPartsHaveEnded() {
    AtomicInteger ended = new AtomicInteger();
    try (BatchWorkers workers = BatchWorkers.forThreadsOfLibrary()) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  run(
                      workers,
                      6,
                      part -> {
                        if (part == 0) {
                          throw new IllegalStateException("part 0");
                        }
                        return ended.incrementAndGet();
                      }));
      assertEquals("part 0", failure.getMessage());
      assertEquals(5, ended.get());
    }
  }

  /** What memory did not suffice for is told by the error's type. */
  @Test
  void anErrorStaysWhatItIs() {
    try (BatchWorkers workers = BatchWorkers.forThreadsOfLibrary()) {
      assertThrows(
          OutOfMemoryError.class,
          () ->
              run(
                  workers,
                  3,
                  part -> {
                    throw new OutOfMemoryError("Physical memory usage is too high");
                  }));
    }
  }

  /** Gradients hold native memory. */
  @Test
  void theSumOfWhatThereIsIsLetGoOfWhenAPartFails() {
    try (BatchWorkers several = BatchWorkers.forThreadsOfLibrary();
        BatchWorkers one = BatchWorkers.callerOnly()) {
      assertEquals(List.of(8, 1 + 2), droppedWhenPartTwoFails(several));
      assertEquals(List.of(1 + 2), droppedWhenPartTwoFails(one));
    }
  }

  private static List<Integer> droppedWhenPartTwoFails(BatchWorkers workers) {
    List<Integer> dropped = new ArrayList<>();
    IntFunction<Integer> part =
        number -> {
          if (number == 2) {
            throw new IllegalStateException("part 2");
          }
          return 1 << number;
        };
    assertThrows(
        IllegalStateException.class, () -> workers.fold(4, part, Integer::sum, dropped::add));
    return dropped;
  }

  /** As for want of memory: the caller then closes what the other parts still work on. */
  @Test
  void aSumThatFailsIsToldWhenAllPartsHaveEndedAndNothingIsKept() {
    try (BatchWorkers several = BatchWorkers.forThreadsOfLibrary();
        BatchWorkers one = BatchWorkers.callerOnly()) {
      assertEquals(List.of(4, 8, 16, 1), droppedWhenTheFirstSumFails(several));
      assertEquals(List.of(1), droppedWhenTheFirstSumFails(one));
    }
  }

  private static List<Integer> droppedWhenTheFirstSumFails(BatchWorkers workers) {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    List<Integer> dropped = new ArrayList<>();
    IntFunction<Integer> part =
        number -> {
          begun.incrementAndGet();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50L * number));
          ended.incrementAndGet();
          return 1 << number;
        };
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () ->
                workers.fold(
                    5,
                    part,
                    (sum, term) -> {
                      throw new IllegalStateException("no memory for " + sum + " + " + term);
                    },
                    dropped::add));
    assertEquals("no memory for 1 + 2", failure.getMessage());
    assertEquals(workers.count() == 1 ? 2 : 5, ended.get());
    assertEquals(begun.get(), ended.get());
    return dropped;
  }
}
