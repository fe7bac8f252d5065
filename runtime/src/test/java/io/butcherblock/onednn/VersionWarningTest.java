package io.butcherblock.onednn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;

class VersionWarningTest {

  @Test
  void onlyTheWarningIsDropped() {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      PrintStream within = System.err;
      String result =
          VersionWarning.without(
              () -> {
                // As the bindings ask when they are loaded; what this prints ends in the log.
                Loader.checkVersion("org.bytedeco", "dnnl");
                System.err.println("another line");
                System.err.print("and one");
                System.err.printf(" more%n");
                return "loaded";
              });
      assertEquals("loaded", result);
      assertSame(within, System.err);
      assertThrows(
          IllegalStateException.class,
          () ->
              VersionWarning.without(
                  () -> {
                    throw new IllegalStateException();
                  }));
      assertSame(within, System.err);
    } finally {
      System.setErr(before);
    }
    assertEquals(
        String.format("another line%nand one more%n"), written.toString(StandardCharsets.UTF_8));
  }
}
