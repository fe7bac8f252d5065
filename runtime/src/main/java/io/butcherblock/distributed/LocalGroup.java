package io.butcherblock.distributed;

import io.butcherblock.error.ButcherblockException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The processes of a group on this machine, started and watched. When one fails, the others are
 * given time to end by themselves, and then ended.
 */
public final class LocalGroup {

  private static final String HOST = "127.0.0.1";

  /** The same; what the JDK has for loopback may be ::1. */
  private static final byte[] ADDRESS = {127, 0, 0, 1};

  /** More than the others need to find out who is gone: a broken connection tells at once. */
  private static final long SECONDS_TO_END = 15;

  private static final int SIGNALS = 128;

  private final List<Process> processes = new ArrayList<>();
  private final List<RankEnvironment> environments = new ArrayList<>();
  private final BlockingQueue<Integer> ended = new LinkedBlockingQueue<>();
  private final String secret = GroupSecret.random();
  private final PrintWriter err;
  private volatile boolean stopping;

  LocalGroup(PrintWriter err) {
    this.err = err;
  }

  /**
   * Runs a command in {@code size} processes and waits for all. Rank 0 has this process's output;
   * what the others write to standard error appears with their rank before each line.
   *
   * @param command the same for all
   * @param variables set in addition to those of the contract; those that are set already stay
   * @return 0, or the exit code of the first that failed
   */
  public static int run(
      List<String> command, int size, Map<String, String> variables, PrintWriter err) {
    LocalGroup group = new LocalGroup(err);
    // A signal that this process alone got is handed on; they then end by themselves, and so do we.
    Thread handOn = new Thread(group::endAll, "launch-stop");
    Runtime.getRuntime().addShutdownHook(handOn);
    try {
      int port = freePort();
      for (int rank = 0; rank < size; rank++) {
        group.start(command, rank, size, port, variables);
      }
      return group.await();
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(handOn);
      } catch (IllegalStateException e) {
        // The hook is running.
      }
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(ADDRESS))) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new ButcherblockException(
          "No port is free on " + HOST + ": " + e.getMessage() + ".", e);
    }
  }

  /** Does nothing once all are to stop: a process started after that would be stopped by nobody. */
  synchronized void start(
      List<String> command, int rank, int size, int port, Map<String, String> variables) {
    if (stopping) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    if (rank > 0) {
      builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
      builder.redirectError(ProcessBuilder.Redirect.PIPE);
    }
    Map<String, String> environment = builder.environment();
    variables.forEach(environment::putIfAbsent);
    environment.put(RankVariables.RANK, String.valueOf(rank));
    environment.put(RankVariables.LOCAL_RANK, String.valueOf(rank));
    environment.put(RankVariables.WORLD_SIZE, String.valueOf(size));
    environment.put(RankVariables.MASTER_ADDR, HOST);
    environment.put(RankVariables.MASTER_PORT, String.valueOf(port));
    environment.put(GroupSecret.VARIABLE, secret);
    environment.put(LauncherWatch.VARIABLE, String.valueOf(ProcessHandle.current().pid()));
    RankEnvironment.of(environment).ifPresent(environments::add);
    try {
      Process process = builder.start();
      processes.add(process);
      Thread thread = new Thread(() -> follow(process, rank), "rank-" + rank);
      thread.setDaemon(true);
      thread.start();
    } catch (IOException e) {
      endAll();
      throw new ButcherblockException(
          "Cannot start process " + rank + ": " + e.getMessage() + ".", e);
    }
  }

  /** Copies what the process writes to standard error, and tells when it has ended. */
  private void follow(Process process, int rank) {
    try (BufferedReader lines = process.errorReader()) {
      lines.lines().forEach(line -> err.println("[rank " + rank + "] " + line));
    } catch (IOException | UncheckedIOException e) {
      // It has ended.
    }
    try {
      process.waitFor();
      ended.add(rank);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int await() {
    int code = 0;
    try {
      for (int left = processes.size(); left > 0; left--) {
        Integer rank = code == 0 ? ended.take() : ended.poll(SECONDS_TO_END, TimeUnit.SECONDS);
        if (rank == null) {
          processes.forEach(Process::destroyForcibly);
          break;
        }
        int theirs = processes.get(rank).exitValue();
        if (theirs != 0 && code == 0) {
          code = theirs;
          tell(rank, theirs);
        }
      }
    } catch (InterruptedException e) {
      endAll();
      Thread.currentThread().interrupt();
      return 1;
    }
    return code;
  }

  private void tell(int rank, int code) {
    if (stopping) {
      // They were asked to.
      return;
    }
    String how =
        "ended with exit code "
            + code
            + (code > SIGNALS ? ", killed by signal " + (code - SIGNALS) : "");
    err.printf("Rank %s of %s %s; the others end too.%n", rank, processes.size(), how);
    err.flush();
    if (!environments.isEmpty()) {
      tellOthers(environments.get(rank), how);
    }
  }

  /** Now, for they would find out by its silence only, unless they wait for it. */
  // LibTorch throws plain runtime exceptions when the store is gone.
  @SuppressWarnings("CatchingUnchecked")
  private static void tellOthers(RankEnvironment lost, String how) {
    try (Rendezvous outsider = Rendezvous.ofOutsider(lost)) {
      Membership.reportEnd(lost, outsider.connection(), how);
    } catch (RuntimeException e) {
      // There is no store yet, or no longer: that tells them too.
    }
  }

  /** Asks all to stop, which they do when their state is saved, and waits for that. */
  void endAll() {
    List<Process> started;
    // While they are being started, too, which a shutdown hook does not wait for.
    synchronized (this) {
      stopping = true;
      processes.forEach(Process::destroy);
      started = List.copyOf(processes);
    }
    try {
      for (Process process : started) {
        process.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
