package io.butcherblock.distributed;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * In a process that {@link LocalGroup} has started, waits for the end of the one that did. If that
 * is killed, it cannot end those it has started, which would train on unseen, with the run's folder
 * locked.
 */
final class LauncherWatch {

  static final String VARIABLE = "BUTCHERBLOCK_LAUNCHER";

  private LauncherWatch() {}

  /**
   * Ends this process when the one that started it ends, as Ctrl-C would: what is in hand is saved.
   *
   * @param variables tell its process id; if they do not, nothing is done
   */
  static void begin(Map<String, String> variables) {
    String launcher = variables.get(VARIABLE);
    if (launcher == null || !launcher.matches("\\d{1,18}")) {
      return;
    }
    Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(launcher));
    if (process.isEmpty()) {
      System.exit(1);
    }
    CompletableFuture<Void> unused = process.get().onExit().thenRun(() -> System.exit(1));
  }
}
