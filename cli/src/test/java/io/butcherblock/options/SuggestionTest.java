package io.butcherblock.options;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command that is proposed can be typed, whatever the names of its files. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "asks the shell sh")
class SuggestionTest {

  private static final String PROPERTY = "butcherblock.command";
  private static final List<String> NAMES =
      List.of("a b", "a&b", "a#b", "#b", "%_&#", "it's", "$HOME", "`id`", "*", "~", "a;b", "(c)");

  @TempDir private Path folder;

  @AfterEach
  void clear() {
    System.clearProperty(PROPERTY);
  }

  @Test
  void plainNamesHaveNoQuotes() {
    assertEquals("runs/über_1.5-x2/w.st", Suggestion.word(Path.of("runs/über_1.5-x2/w.st")));
    assertEquals(
        "butcherblock inspect runs/a", Suggestion.of("inspect " + Suggestion.word("runs/a")));
  }

  @Test
  void aShellReadsEachNameAsOneWord() throws Exception {
    for (String name : NAMES) {
      System.setProperty(PROPERTY, arguments() + " %s");
      String typed = Suggestion.of("train --out %s --resume".formatted(Suggestion.word(name)));
      assertEquals(List.of("train", "--out", name, "--resume"), run(typed), typed);
    }
  }

  /** As with Maven's -Dexec.args="...", which takes the quotes off. */
  @Test
  void inOneArgumentOfAnotherProgramTheQuotesReachIt() throws Exception {
    for (String name : NAMES) {
      System.setProperty(PROPERTY, arguments() + " \"%s\"");
      String typed = Suggestion.of("inspect " + Suggestion.word(name));
      String quote = name.equals("it's") ? "\"" : "'";
      assertEquals(List.of("inspect " + quote + name + quote), run(typed), typed);
    }
  }

  private String arguments() throws Exception {
    Path script = folder.resolve("arguments");
    Files.writeString(script, "for a; do echo \"$a\"; done\n");
    return "sh " + script;
  }

  private List<String> run(String typed) throws Exception {
    File out = folder.resolve("out").toFile();
    Process shell =
        new ProcessBuilder("sh", "-c", typed)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out)
            .start();
    assertEquals(0, shell.waitFor(), typed);
    return Files.readAllLines(out.toPath(), StandardCharsets.UTF_8);
  }
}
