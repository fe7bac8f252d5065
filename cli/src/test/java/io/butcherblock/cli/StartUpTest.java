package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Help must come at once, so it loads none of the heavy libraries. */
class StartUpTest {

  @Test
  void helpLoadsNoHeavyLibrary() throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--help")
            .redirectErrorStream(true)
            .start();
    String text = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, java.waitFor(), text);
    assertTrue(text.contains("Usage: butcherblock") && text.contains(Main.class.getName()), text);
    // The bindings' Loader and torch bring the native library; a class that a signature names is
    // read from its file only.
    List<String> heavy =
        Pattern.compile(
                "(org\\.bytedeco\\.(javacpp\\.Loader|pytorch\\.(global|Tensor))"
                    + "|com\\.fasterxml|java\\.awt|org\\.snakeyaml|org\\.knowm)\\S*")
            .matcher(text)
            .results()
            .map(match -> match.group())
            .distinct()
            .toList();
    assertEquals(List.of(), heavy);
  }
}
