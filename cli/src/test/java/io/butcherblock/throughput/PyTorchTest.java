package io.butcherblock.throughput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PyTorchTest {

  @TempDir private Path folder;

  /** Programs that are no Python with PyTorch, as shell scripts. */
  @DisabledOnOs(OS.WINDOWS)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "exit 0",
        "exit 3",
        "echo hello",
        "echo {}",
        "echo '\"text\"'",
        "echo; cat",
        "cat \"$2\""
      })
  void aProgramThatIsNoPythonIsNamed(String script) throws IOException {
    Path program = program(script);
    String message =
        assertThrows(
                ButcherblockException.class,
                () -> {
                  try (PyTorch python = new PyTorch(program.toString(), List.of())) {
                    python.facts();
                  }
                })
            .getMessage();
    assertTrue(message.startsWith(program + " has no PyTorch that works ("), message);
    assertTrue(message.length() < 1000, message);
  }

  /** What it has started holds its output open. */
  @DisabledOnOs(OS.WINDOWS)
  @Test
  @Timeout(60)
  void aProgramThatSaysNothingIsNotWaitedForLong() throws IOException {
    Path program = program("sleep 300; true");
    CountDownLatch started = new CountDownLatch(1);
    String message =
        assertThrows(
                ButcherblockException.class,
                () -> {
                  try (PyTorch python =
                      new PyTorch(
                          program.toString(),
                          List.of(),
                          started::countDown,
                          Duration.ofSeconds(1))) {
                    python.facts();
                  }
                })
            .getMessage();
    assertEquals(
        program
            + " has no PyTorch that works (no answer in 1 s); name another Python or leave the"
            + " option out.",
        message);
    assertEquals(0, started.getCount());
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("python"), "#!/bin/sh\n" + script + "\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
