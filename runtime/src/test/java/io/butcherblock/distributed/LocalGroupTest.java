package io.butcherblock.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "It has no sleep.")
class LocalGroupTest {

  private static final List<String> COMMAND = List.of("sleep", "60");

  /** A signal may come while processes are being started; what it does runs in another thread. */
  @Test
  void noneIsStartedOnceAllAreToStop() {
    LocalGroup group = new LocalGroup(new PrintWriter(new StringWriter()));
    long before = children();
    group.start(COMMAND, 0, 2, 1, Map.of());
    assertEquals(before + 1, children());
    group.endAll();
    group.start(COMMAND, 1, 2, 1, Map.of());
    long after = children();
    group.endAll();
    assertEquals(before, after);
  }

  /** All of them end, however many there are by then. */
  @Test
  void stoppingMayComeInTheMiddleOfTheStart() throws InterruptedException {
    LocalGroup group = new LocalGroup(new PrintWriter(new StringWriter()));
    long before = children();
    int size = 40;
    Thread starting =
        new Thread(
            () -> {
              for (int rank = 0; rank < size; rank++) {
                group.start(COMMAND, rank, size, 1, Map.of());
              }
            });
    starting.start();
    while (children() < before + 3) {
      Thread.onSpinWait();
    }
    group.endAll();
    starting.join();
    long after = children();
    group.endAll();
    assertEquals(before, after);
  }

  private static long children() {
    return ProcessHandle.current().children().count();
  }
}
