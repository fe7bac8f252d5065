package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.UserError;
import io.butcherblock.nn.Tensors;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

/** Ranks as threads of one process: the engine does not care. */
class RankGroupTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void sumsAndCopiesReachAll() throws Exception {
    List<String> seen =
        inEach(
            3,
            peers -> {
              try (Tensor a = Tensors.of(new float[] {1, peers.rank()}, 2);
                  Tensor b = Tensors.of(new float[] {peers.rank() + 7}, 1, 1)) {
                peers.sum(List.of(a, b));
                String sums = List.of(Tensors.toArray(a)[1], Tensors.toArray(b)[0]).toString();
                a.fill_(new org.bytedeco.pytorch.Scalar(10.0 + peers.rank()));
                peers.copyFromFirst(List.of(a, b));
                assertArrayEquals(new float[] {10, 10}, Tensors.toArray(a));
                double[] numbers = peers.sum(peers.rank(), 0.5);
                byte[] bytes = peers.fromFirst(new byte[] {(byte) (-3 - peers.rank()), 4});
                return sums + numbers[0] + numbers[1] + bytes[0] + bytes[1] + bytes.length;
              }
            });
    assertEquals(List.of("[3.0, 24.0]3.01.5-342"), seen.stream().distinct().toList());
  }

  @Test
  void whoFailsTellsTheOthersWhy() throws Exception {
    List<String> seen =
        inEach(
            3,
            peers -> {
              if (peers.rank() == 1) {
                peers.fail(new UserError("The disk is full."));
                return "";
              }
              return assertThrows(UserError.class, () -> sumForever(peers)).getMessage();
            });
    String sentence = "Rank 1 of 3 failed: The disk is full.";
    assertEquals(List.of(sentence, "", sentence), seen);
  }

  private static void sumForever(Peers peers) {
    while (true) {
      peers.sum(1);
    }
  }

  @Test
  void aRankThatDoesNotComeIsNamed() throws IOException {
    int port = freePort();
    UserError error =
        assertThrows(
            UserError.class,
            () -> RankGroup.join(environment(0, 3, port), Duration.ofSeconds(1)).close());
    assertTrue(
        error.getMessage().startsWith("Of 3 processes, rank 1, 2 did not come to"),
        error.getMessage());
  }

  @Test
  void aMasterThatIsNotThereIsOneSentence() throws IOException {
    int port = freePort();
    UserError error =
        assertThrows(
            UserError.class,
            () -> RankGroup.join(environment(1, 2, port), Duration.ofSeconds(1)).close());
    assertTrue(
        error.getMessage().startsWith("Rank 0 can not be reached at 127.0.0.1:" + port),
        error.getMessage());
  }

  @Test
  void aPortInUseIsOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      UserError error =
          assertThrows(
              UserError.class,
              () -> RankGroup.join(environment(0, 2, port), Duration.ofSeconds(1)).close());
      assertEquals(
          "Rank 0 can not listen on port "
              + port
              + " (it is in use): give another MASTER_PORT, or end the program that uses it.",
          error.getMessage());
    }
  }

  private static RankEnvironment environment(int rank, int size, int port) {
    return new RankEnvironment(rank, size, rank, "127.0.0.1", port, "test", false);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static List<String> inEach(int size, Function<Peers, String> work)
      throws IOException, InterruptedException, ExecutionException {
    int port = freePort();
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int rank = i;
        running.add(
            threads.submit(
                () -> {
                  try (Peers peers = RankGroup.join(environment(rank, size, port), PATIENCE)) {
                    return work.apply(peers);
                  }
                }));
      }
      List<String> results = new ArrayList<>();
      for (Future<String> result : running) {
        results.add(result.get());
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
