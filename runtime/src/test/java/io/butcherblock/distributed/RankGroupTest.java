package io.butcherblock.distributed;

import static io.butcherblock.distributed.RankThreads.TIMEOUT;
import static io.butcherblock.distributed.RankThreads.environment;
import static io.butcherblock.distributed.RankThreads.freePort;
import static io.butcherblock.distributed.RankThreads.inEach;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Tensors;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Ranks as threads of one process: the engine does not care. */
class RankGroupTest {

  /** Shorter than those of a run, and long enough for a busy machine. */
  private static final SilenceLimits SHORT =
      new SilenceLimits(Duration.ofSeconds(5), Duration.ofSeconds(8), Duration.ofSeconds(2));

  @Test
  void sumsAndCopiesReachAll() throws Exception {
    List<String> seen =
        inEach(
            3,
            group -> {
              try (Tensor a = Tensors.of(new float[] {1, group.rank()}, 2);
                  Tensor b = Tensors.of(new float[] {group.rank() + 7}, 1, 1)) {
                group.allReduce(List.of(a, b));
                String sums = List.of(Tensors.toArray(a)[1], Tensors.toArray(b)[0]).toString();
                a.fill_(new org.bytedeco.pytorch.Scalar(10.0 + group.rank()));
                group.broadcast(List.of(a, b));
                assertArrayEquals(new float[] {10, 10}, Tensors.toArray(a));
                double[] numbers = group.allReduce(group.rank(), 0.5);
                double[] ofZero =
                    group.broadcast(
                        group.rank() + 0.1, group.rank() == 0 ? Double.NEGATIVE_INFINITY : 1, -0.0);
                assertArrayEquals(new double[] {0.1, Double.NEGATIVE_INFINITY, -0.0}, ofZero);
                assertTrue(group.anyOf(group.rank() == 2));
                assertFalse(group.anyOf(false));
                return sums + numbers[0] + numbers[1];
              }
            });
    assertEquals(List.of("[3.0, 24.0]3.01.5"), seen.stream().distinct().toList());
  }

  /** As of a GPU that waits for a process which is gone. */
  @Test
  void whoWaitsForAValueThatNeverComesIsToldWhoIsLost() throws Exception {
    List<String> seen =
        inEach(
            2,
            group -> {
              assertEquals(2.5, group.waitFor(() -> 2.5));
              group.allReduce(0);
              if (group.rank() == 1) {
                group.fail(new ButcherblockException("The disk is full."));
                return "";
              }
              return assertThrows(
                      ButcherblockException.class, () -> group.waitFor(RankGroupTest::forGood))
                  .getMessage();
            });
    assertEquals("Rank 1 of 2 failed: The disk is full.", seen.get(0));
  }

  /** Native code does not heed interruptions. */
  private static double forGood() {
    while (true) {
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
      boolean unused = Thread.interrupted();
    }
  }

  @Test
  void textsOfTheFirstReachAllInTheirOrder() throws Exception {
    List<String> seen =
        inEach(
            3,
            group -> {
              String one = group.broadcastText("größer\n" + group.rank());
              String long2 = group.broadcastText(String.valueOf(group.rank()).repeat(1 << 20));
              return one + long2.length() + long2.charAt(7) + group.broadcastText("");
            });
    assertEquals(List.of("größer\n010485760"), seen.stream().distinct().toList());
  }

  @Test
  void whoFailsTellsTheOthersWhy() throws Exception {
    List<String> seen =
        inEach(
            3,
            group -> {
              group.allReduce(0);
              if (group.rank() == 1) {
                group.fail(new ButcherblockException("The disk is full."));
                return "";
              }
              return assertThrows(ButcherblockException.class, () -> sumForever(group))
                  .getMessage();
            });
    String sentence = "Rank 1 of 3 failed: The disk is full.";
    assertEquals(List.of(sentence, "", sentence), seen);
  }

  /** What carries sums would wait in native code for one that never comes. */
  @Test
  void whoFailsBeforeTheFirstSumTellsTheOthersWhy() throws Exception {
    List<String> seen =
        inEach(
            3,
            group -> {
              if (group.rank() == 1) {
                group.fail(new ButcherblockException("größer"));
                return "";
              }
              return assertThrows(ButcherblockException.class, () -> group.allReduce(0))
                  .getMessage();
            });
    String sentence = "Rank 1 of 3 failed: größer";
    assertEquals(List.of(sentence, "", sentence), seen);
  }

  @Test
  void piecesAreTakenOnceAndRankZeroHearsOfAll() throws Exception {
    int pieces = 40;
    Set<String> told = ConcurrentHashMap.newKeySet();
    List<String> taken =
        inEach(
            3,
            group -> {
              StringBuilder mine = new StringBuilder();
              SharedWork<Integer> shared =
                  new SharedWork<>(
                      group,
                      "work",
                      pieces,
                      TextCodec.of(square -> "größer 1 2\n" + square, RankGroupTest::lastLine),
                      (rank, result, done) ->
                          told.add("%s %s %s %s".formatted(group.rank(), rank, result, done)));
              shared.run(
                  piece -> {
                    mine.append(piece).append(' ');
                    return WorkResult.made(piece, piece * piece);
                  });
              return mine.toString();
            });
    assertEquals(pieces, told.size());
    for (int rank = 0; rank < 3; rank++) {
      for (String piece : taken.get(rank).split(" ", 0)) {
        if (!piece.isEmpty()) {
          int number = Integer.parseInt(piece);
          String line = "0 %s %s ".formatted(rank, WorkResult.made(number, number * number));
          assertEquals(1, told.stream().filter(each -> each.startsWith(line)).count(), line);
        }
      }
    }
    assertEquals(pieces, String.join("", taken).split(" ", 0).length);
  }

  @Test
  void whoWorksOnAPieceLearnsThatAnotherFailed() throws Exception {
    List<String> seen =
        inEach(
            2,
            group -> {
              SharedWork<String> shared =
                  new SharedWork<>(
                      group, "work", 2, TextCodec.ofText(), (rank, result, done) -> {});
              if (group.rank() == 1) {
                group.fail(new ButcherblockException("The disk is full."));
                return "";
              }
              return assertThrows(
                      ButcherblockException.class, () -> shared.run(piece -> pollForever(shared)))
                  .getMessage();
            });
    assertEquals("Rank 1 of 2 failed: The disk is full.", seen.get(0));
  }

  @Test
  void whoIsAskedForSomethingElseIsToldWhat() throws Exception {
    List<String> seen =
        inEach(
            2,
            group -> {
              List<String> facts = List.of("scale 2", "the image größer" + group.rank());
              if (group.isRankZero()) {
                CommandAgreement.check(group, facts);
                return "";
              }
              return assertThrows(
                      ButcherblockException.class, () -> CommandAgreement.check(group, facts))
                  .getMessage();
            });
    assertEquals(
        "Rank 1 has 'the image größer1', but rank 0 has 'the image größer0': give all processes the"
            + " same settings and the same images.",
        seen.get(1));
  }

  @Test
  void whoIsAskedForLessIsToldWhat() throws Exception {
    List<String> seen =
        inEach(
            2,
            group -> {
              List<String> all = List.of("1 image of Set5", "the image baby", "1 image of Set14");
              if (group.isRankZero()) {
                CommandAgreement.check(group, all);
                return "";
              }
              return assertThrows(
                      ButcherblockException.class,
                      () -> CommandAgreement.check(group, all.subList(0, 2)))
                  .getMessage();
            });
    assertEquals(
        "Rank 1 has nothing more, but rank 0 has '1 image of Set14': give all processes the same"
            + " settings and the same images.",
        seen.get(1));
  }

  private static WorkResult<String> pollForever(SharedWork<String> shared) {
    while (true) {
      shared.poll();
    }
  }

  private static int lastLine(String text) {
    return Integer.parseInt(text.substring(text.indexOf('\n') + 1));
  }

  private static void sumForever(ProcessGroup group) {
    while (true) {
      group.allReduce(1);
    }
  }

  @Test
  void aRankThatDoesNotComeIsNamed() throws IOException {
    int port = freePort();
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> RankGroup.join(environment(0, 3, port), Duration.ofSeconds(1)).close());
    assertTrue(
        error.getMessage().startsWith("Of 3 processes, rank 1, 2 did not come to"),
        error.getMessage());
  }

  /** As in torchrun's store, where everything an earlier generation left is still there. */
  @Test
  void aGenerationDoesNotMeetTheKeysOfEarlierOnes() throws Exception {
    int port = freePort();
    try (Rendezvous server = Rendezvous.open(environment(0, 2, port), TIMEOUT)) {
      Function<ProcessGroup, String> work =
          group -> group.broadcastText("x") + group.allReduce(1)[0];
      assertEquals(
          List.of("x2.0", "x2.0"),
          inEach(2, rank -> RankGroup.join(given(rank, port), TIMEOUT), work));
      // One that never was complete.
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> RankGroup.join(given(0, port), Duration.ofSeconds(1)).close());
      assertTrue(error.getMessage().startsWith("Of 2 processes, rank 1 did not"), () -> "" + error);
      // Whoever comes first sees what the others left.
      List<String> seen =
          inEach(
              2,
              rank -> {
                Polling.sleep(Duration.ofMillis(rank == 0 ? 500 : 0));
                return RankGroup.join(given(rank, port), TIMEOUT);
              },
              work);
      assertEquals(List.of("x2.0", "x2.0"), seen);
    }
  }

  private static RankEnvironment given(int rank, int port) {
    return new RankEnvironment(rank, 2, rank, "127.0.0.1", port, "test", true);
  }

  /** As behind a cable that was pulled: nothing is closed, and nothing comes any more. */
  @Test
  void whoIsCutOffFromTheStoreEnds() throws Exception {
    int port = freePort();
    try (StallingProxy proxy = new StallingProxy(port)) {
      List<String> seen =
          inEach(
              2,
              rank ->
                  RankGroup.join(
                      environment(rank, 2, rank == 0 ? port : proxy.port()), TIMEOUT, SHORT),
              group -> {
                WorkQueue<String> queue = group.workQueue("work", TextCodec.ofText());
                if (group.rank() == 1) {
                  queue.take();
                  proxy.stall();
                }
                return assertThrows(ButcherblockException.class, () -> takeForever(group, queue))
                    .getMessage();
              });
      assertEquals(
          List.of(
              "Rank 1 of 2 was lost: nothing was heard of it for 5 s.",
              "Rank 0 of 2 was lost: it has ended, or cannot be reached."),
          seen);
    }
  }

  private static void takeForever(ProcessGroup group, WorkQueue<String> queue) {
    while (true) {
      queue.take();
      group.check();
      Polling.sleep(Duration.ofMillis(10));
    }
  }

  @Test
  void aMasterThatIsNotThereIsOneSentence() throws IOException {
    int port = freePort();
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> RankGroup.join(environment(1, 2, port), Duration.ofSeconds(1)).close());
    assertTrue(
        error.getMessage().startsWith("Rank 0 cannot be reached at 127.0.0.1:" + port),
        error.getMessage());
  }

  /** One that is not silent, but stands still. */
  @Test
  void rankZeroDoesNotWaitForGoodForOneThatDoesNotLeave() throws Exception {
    int port = freePort();
    CountDownLatch zeroHasLeft = new CountDownLatch(1);
    List<String> seen =
        inEach(
            2,
            rank -> RankGroup.join(environment(rank, 2, port), TIMEOUT, SHORT),
            group -> {
              if (group.isRankZero()) {
                long began = System.nanoTime();
                group.close();
                zeroHasLeft.countDown();
                return System.nanoTime() - began >= SHORT.leaving().toNanos() ? "waited" : "";
              }
              awaitUninterruptibly(zeroHasLeft);
              return "left";
            });
    assertEquals(List.of("waited", "left"), seen);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      assertTrue(latch.await(TIMEOUT.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aMasterThatNobodyKnowsDoesNotKeepThePort() throws IOException {
    RankEnvironment unknown =
        new RankEnvironment(0, 2, 0, "no-such-host.invalid", freePort(), "test", false);
    for (int i = 0; i < 2; i++) {
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> RankGroup.join(unknown, Duration.ofMillis(10)).close());
      assertEquals(
          "MASTER_ADDR is no-such-host.invalid, which is no machine that this one knows.",
          error.getMessage());
    }
  }

  @Test
  void aPortInUseIsOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      ButcherblockException error =
          assertThrows(
              ButcherblockException.class,
              () -> RankGroup.join(environment(0, 2, port), Duration.ofSeconds(1)).close());
      assertEquals(
          "Rank 0 cannot listen on port "
              + port
              + " (it is in use): give another MASTER_PORT, or end the program that uses it.",
          error.getMessage());
    }
  }
}
