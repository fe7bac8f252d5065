package io.butcherblock.distributed;

import static io.butcherblock.distributed.RankThreads.TIMEOUT;
import static io.butcherblock.distributed.RankThreads.environment;
import static io.butcherblock.distributed.RankThreads.freePort;
import static io.butcherblock.distributed.RankThreads.inEach;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Tensors;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Store;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process fails by itself while it works with others: none of them is to blame. */
class OwnFailureTest {

  /** Far less than the search for a process that is gone. */
  private static final double SECONDS = 5;

  static Stream<Throwable> ownFailures() {
    return Stream.of(
        // As LibTorch and the bindings tell it.
        new RuntimeException(
            "[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory: you"
                + " tried to allocate 9 bytes."),
        new OutOfMemoryError("Physical memory usage is too high"));
  }

  private static <T extends Throwable> T thrownAtOnce(Class<T> type, Runnable work) {
    long began = System.nanoTime();
    T thrown = assertThrows(type, work::run);
    double seconds = (System.nanoTime() - began) / (double) TimeUnit.SECONDS.toNanos(1);
    assertTrue(seconds < SECONDS, () -> seconds + " s: " + thrown.getMessage());
    return thrown;
  }

  @ParameterizedTest
  @MethodSource("ownFailures")
  void whatFailsWhileWaitingIsThrownAsItIsAndTheOthersKeepTheirPatience(Throwable failure)
      throws Exception {
    int port = freePort();
    try (Rendezvous rendezvous = Rendezvous.open(environment(0, 2, port), TIMEOUT)) {
      Store store = rendezvous.connection();
      inEach(
          2,
          rank ->
              RankGroup.join(
                  new RankEnvironment(rank, 2, rank, "127.0.0.1", port, "test", true), TIMEOUT),
          group -> {
            if (group.rank() == 1) {
              assertSame(
                  failure,
                  thrownAtOnce(failure.getClass(), () -> group.waitFor(() -> throwIt(failure))));
              // It may go on, and so may the others.
              assertEquals(2.5, group.waitFor(() -> 2.5));
            }
            assertEquals(2, group.allReduce(1)[0]);
            return "";
          });
      assertEquals(0, store.add("test/1/broken", 0));
    }
  }

  private static double throwIt(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void aBackwardPassThatFailsIsThrownAsItIs() throws Exception {
    inEach(
        2,
        group -> {
          try (Tensor parameter = Tensors.of(new float[] {1, 2}, 2).requires_grad_(true);
              GradientReducer reducer =
                  group.gradientReducer(new TensorVector(parameter)).orElseThrow()) {
            try (Tensor constant = Tensors.of(new float[] {3}, 1)) {
              RuntimeException thrown =
                  thrownAtOnce(RuntimeException.class, () -> reducer.run(constant));
              assertTrue(
                  thrown.getMessage().contains("does not require grad"), thrown.getMessage());
            }
          }
          return "";
        });
  }

  @Test
  void aTextOfAStrangerIsToldAtOnce() throws Exception {
    int port = freePort();
    List<String> seen =
        inEach(
            2,
            rank ->
                RankGroup.join(
                    environment(rank, 2, port).with(new GroupSecret("phrase of " + rank)), TIMEOUT),
            group -> {
              if (group.isRankZero()) {
                return group.broadcastText("größer");
              }
              return thrownAtOnce(ButcherblockException.class, () -> group.broadcastText(""))
                  .getMessage();
            });
    assertTrue(seen.get(1).startsWith("A program that does not know"), seen.get(1));
  }
}
