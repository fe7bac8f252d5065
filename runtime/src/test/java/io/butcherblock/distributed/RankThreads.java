package io.butcherblock.distributed;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Ranks as threads of one process: the engine does not care. */
final class RankThreads {

  static final Duration TIMEOUT = Duration.ofSeconds(30);

  private RankThreads() {}

  static RankEnvironment environment(int rank, int size, int port) {
    return new RankEnvironment(rank, size, rank, "127.0.0.1", port, "test", false);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What the work of each rank of a new group gives, in their order. */
  static List<String> inEach(int size, Function<ProcessGroup, String> work)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    int port = freePort();
    return inEach(size, rank -> RankGroup.join(environment(rank, size, port), TIMEOUT), work);
  }

  /** The same with groups that are joined in another way. */
  static List<String> inEach(
      int size, IntFunction<ProcessGroup> joining, Function<ProcessGroup, String> work)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService threads = Executors.newFixedThreadPool(size);
    try {
      List<Future<String>> running = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int rank = i;
        running.add(
            threads.submit(
                () -> {
                  try (ProcessGroup group = joining.apply(rank)) {
                    return work.apply(group);
                  }
                }));
      }
      List<String> results = new ArrayList<>();
      for (Future<String> result : running) {
        results.add(result.get(2 * TIMEOUT.toSeconds(), TimeUnit.SECONDS));
      }
      return results;
    } finally {
      threads.shutdownNow();
    }
  }
}
