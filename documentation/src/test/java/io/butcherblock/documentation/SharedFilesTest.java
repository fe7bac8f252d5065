package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Man pages as {@code man} and {@code mandoc} read them, completion as bash and zsh do it. */
class SharedFilesTest {

  @TempDir private static Path share;

  @BeforeAll
  static void write() throws IOException {
    Locale formats = Locale.getDefault(Locale.Category.FORMAT);
    SharedFiles.main(new String[] {share.toString(), "1.2.3", "2026-01-31"});
    Locale.setDefault(Locale.Category.FORMAT, formats);
  }

  @Test
  void aPageForEachCommandNamesAllItsOptions() throws IOException {
    try (Stream<Path> pages = Files.list(share.resolve("man/man1"))) {
      assertEquals(1 + Main.commandLine().getSubcommands().size(), pages.count());
    }
    for (var command : Main.commandLine().getSubcommands().entrySet()) {
      String page =
          Files.readString(share.resolve("man/man1/butcherblock-" + command.getKey() + ".1"));
      assertFalse(page.contains("${"), command.getKey());
      for (var option : command.getValue().getCommandSpec().options()) {
        String name = option.longestName().replace("-", "\\-");
        assertTrue(page.contains(name), command.getKey() + ": " + name);
      }
    }
  }

  @Test
  void examplesOfHelpAreCommands() {
    List<String> problems = new ArrayList<>();
    int count = 0;
    for (CommandText command : Commands.all()) {
      for (String example : command.examples()) {
        List<String> words = ShellLines.words(example);
        String place = command.name() + " --help:0";
        String problem =
            new DocumentedCommand(place, false, words.subList(1, words.size())).problem();
        if (!problem.isEmpty()) {
          problems.add(problem);
        }
        count++;
      }
    }
    assertEquals(List.of(), problems);
    assertTrue(count > 10, "" + count);
    System.out.println("Documentation: " + count + " examples of the help parsed");
  }

  @Test
  void manShowsThem() throws Exception {
    assumeTrue(isThere("man"), "there is no man");
    String page =
        run("MANWIDTH=80 man --warnings -l '" + share + "/man/man1/butcherblock-train.1' | col -b");
    assertTrue(page.contains("NAME\n") && page.contains("--learning-rate=X"), page);
    assertTrue(page.contains("butcherblock-train - trains a network"), page);
    assertTrue(page.contains("butcherblock 1.2.3"), page);
    assertFalse(page.contains("warning:"), page);
  }

  @Test
  void mandocFindsNothing() throws Exception {
    assumeTrue(isThere("mandoc"), "there is no mandoc");
    assertEquals("", run("mandoc -T lint -W warning '" + share + "'/man/man1/*.1"));
  }

  @Test
  void bashCompletes() throws Exception {
    assumeTrue(isThere("bash"), "there is no bash");
    assertEquals(List.of("upscale"), completions("bash", "up"));
    assertEquals(List.of("--self-ensemble"), completions("bash", "upscale", "--self"));
    assertTrue(completions("bash", "train", "--").contains("--learning-rate"));
    assertEquals(
        List.of("torch", "torchscript"), completions("bash", "export", "--format", "torch"));
    assertTrue(completions("bash", "").size() >= Main.commandLine().getSubcommands().size());
  }

  @Test
  void zshTakesTheSameFile() throws Exception {
    assumeTrue(isThere("zsh"), "there is no zsh");
    String script = "autoload -U +X compinit && compinit -u; source " + file();
    assertEquals("", runBy("zsh", script + "; whence -w _complete_butcherblock >/dev/null"));
  }

  private static Path file() {
    return share.resolve("bash-completion/completions/butcherblock");
  }

  /** What Tab would offer behind these words, the last of which is being written. */
  private static List<String> completions(String shell, String... words) throws Exception {
    StringBuilder script =
        new StringBuilder("compopt() { :; }; source '" + file() + "'; COMP_WORDS=(butcherblock");
    for (String word : words) {
      script.append(" '").append(word).append("'");
    }
    script.append("); COMP_CWORD=").append(words.length);
    script.append("; _complete_butcherblock; printf '%s\\n' \"${COMPREPLY[@]}\"");
    return runBy(shell, script.toString()).lines().sorted().toList();
  }

  private static boolean isThere(String program) throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v " + program + " >/dev/null").start().waitFor()
        == 0;
  }

  private static String run(String command) throws Exception {
    return runBy("sh", command);
  }

  private static String runBy(String shell, String command) throws Exception {
    Process process = new ProcessBuilder(shell, "-c", command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
