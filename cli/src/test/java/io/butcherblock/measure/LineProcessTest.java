package io.butcherblock.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineProcessTest {

  private static final Path SHELL = Path.of("/bin/sh");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @BeforeEach
  void wantShell() {
    assumeTrue(Files.isExecutable(SHELL), "no " + SHELL);
  }

  @Test
  void eachLineHasItsAnswerUntilTheProcessEnds() throws IOException {
    try (LineProcess process =
        start("while read x; do [ $x = end ] && exit; echo \"<$x>\"; done")) {
      process.send("a");
      assertEquals(Optional.of("<a>"), process.answer(MINUTE));
      process.send("b");
      assertEquals(Optional.of("<b>"), process.answer(MINUTE));
      process.send("end");
      assertEquals(Optional.empty(), process.answer(MINUTE));
      assertEquals("it ended with code 0", process.lastMessage());
    }
  }

  @Test
  void theReasonOfAnEndIsItsLastLineOnStandardError() throws IOException {
    try (LineProcess process = start("printf 'first\\nit is full\\n\\n' >&2; exit 3")) {
      process.send("to nobody");
      assertEquals(Optional.empty(), process.answer(MINUTE));
      assertEquals("it is full", process.lastMessage());
    }
  }

  @Test
  void patienceEnds() throws IOException {
    try (LineProcess process = start("exec sleep 60")) {
      assertThrows(IllegalStateException.class, () -> process.answer(Duration.ofMillis(200)));
      assertEquals(Optional.empty(), process.answer(MINUTE));
    }
  }

  @Test
  void whatDoesNotExistIsAnError() {
    ProcessBuilder nothing = new ProcessBuilder(folder.resolve("nothing").toString());
    assertThrows(IOException.class, () -> LineProcess.start(nothing, folder.resolve("messages")));
  }

  private LineProcess start(String script) throws IOException {
    return LineProcess.start(
        new ProcessBuilder(SHELL.toString(), "-c", script), folder.resolve("messages"));
  }
}
