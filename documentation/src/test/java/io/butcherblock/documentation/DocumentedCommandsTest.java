package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.butcherblock.cli.Main;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Every command of the pages: parsed, and run at a small size unless {@code rules.txt} says why.
 */
class DocumentedCommandsTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path folder;

  @Test
  void everyCommandIsOne() throws IOException {
    PageCommands commands = PageCommands.read(ROOT);
    assertTrue(commands.ours().size() > 50, "" + commands.ours().size());
    assertEquals(
        List.of(),
        commands.ours().stream()
            .map(DocumentedCommand::problem)
            .filter(problem -> !problem.isEmpty())
            .toList());
  }

  @Test
  void commandsOfMavenNameWhatIsThere() throws IOException {
    List<MavenCommand> maven = PageCommands.read(ROOT).maven();
    assertTrue(maven.size() > 15, "" + maven.size());
    List<String> problems = new ArrayList<>();
    for (MavenCommand command : maven) {
      problems.addAll(command.problems(ROOT));
    }
    assertEquals(List.of(), problems);
    System.out.println(
        "Documentation: " + maven.size() + " commands for Maven: their words checked");
  }

  @Test
  void otherCommandsAreListed() throws IOException {
    List<String> unknown = new ArrayList<>();
    List<String[]> other = PageCommands.read(ROOT).other();
    Rules rules = Rules.read();
    for (String[] command : other) {
      if (rules.matching("other commands", command[1]).isEmpty()) {
        unknown.add(command[0] + ": " + command[1]);
      }
    }
    assertEquals(List.of(), unknown, "neither of Maven nor ours: see rules.txt");
    System.out.println("Documentation: " + other.size() + " commands of others: listed");
  }

  /**
   * Of `train --resume` in a line the options are those of train; `--resume` is one of some
   * command.
   */
  @Test
  void optionsWithinLinesAreThere() throws IOException {
    Map<String, CommandLine> commands = Main.commandLine().getSubcommands();
    Set<String> all = new HashSet<>();
    commands
        .values()
        .forEach(command -> all.addAll(command.getCommandSpec().optionsMap().keySet()));
    Rules rules = Rules.read();
    List<String> unknown = new ArrayList<>();
    int count = 0;
    for (MarkdownPage page : MarkdownPages.read(ROOT)) {
      for (String code : page.inlineCode()) {
        List<String> words = ShellLines.words(code);
        CommandLine command = words.isEmpty() ? null : commands.get(words.get(0));
        boolean option = code.startsWith("--");
        if ((command == null && !option) || code.startsWith("launch ")) {
          continue;
        }
        for (String word : words) {
          String name = word.replaceFirst("=.*", "");
          if (name.matches("--[a-z].*") && rules.matching("other options", name).isEmpty()) {
            count++;
            Set<String> known = option ? all : command.getCommandSpec().optionsMap().keySet();
            if (!known.contains(name)) {
              unknown.add(page.name() + ": " + code);
            }
          }
        }
      }
    }
    assertEquals(List.of(), unknown);
    System.out.println("Documentation: " + count + " options within lines: there");
  }

  /** Networks of a page's programs are on the class path of its commands. */
  @Test
  void everyCommandRuns() throws Exception {
    Rules rules = Rules.read();
    List<DocumentedCommand> run = new ArrayList<>();
    List<String> plan = new ArrayList<>();
    List<String> inputs = rules.lines("inputs");
    inputs.forEach(line -> plan.add("run\t" + line.replace(' ', '\t')));
    Path inputFolder = Files.createDirectories(folder.resolve("inputs"));
    List<String[]> results = run(inputFolder, plan, "inputs-plan");
    for (int i = 0; i < inputs.size(); i++) {
      assertEquals("0", results.get(i)[0], inputs.get(i) + ": " + text(results.get(i)[3]));
    }

    plan.clear();
    List<DocumentedCommand> all = PageCommands.read(ROOT).ours();
    Map<String, String> changes = rules.entries("changes");
    String page = "";
    boolean byMaven = false;
    for (DocumentedCommand command : all) {
      if (rules.matching("parsed", command.text()).isPresent()) {
        continue;
      }
      if (!command.page().equals(page) || command.byMaven() != byMaven) {
        page = command.page();
        byMaven = command.byMaven();
        plan.add("clear");
        plan.add("classes\t" + classes(page));
      }
      DocumentedCommand small =
          rules
              .matching("changes", command.text())
              .map(rule -> command.with(ShellLines.words(changes.get(rule))))
              .orElse(command);
      for (Map.Entry<String, String> file : rules.entries("files").entrySet()) {
        if (small.words().stream().anyMatch(w -> w.matches("(.*=)?\\Q" + file.getKey() + "\\E"))) {
          plan.add("copy\t" + inputFolder.resolve(file.getValue()) + "\t" + file.getKey());
        }
      }
      run.add(small);
      plan.add("run\t" + String.join("\t", small.words()));
    }
    results = run(Files.createDirectories(folder.resolve("work")), plan, "plan");
    assertEquals(run.size(), results.size());
    List<String> failures = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      String[] result = results.get(i);
      if (!result[0].equals("0")) {
        failures.add(run.get(i).place() + ": " + run.get(i).text() + ": " + text(result[3]));
      }
    }
    assertEquals(List.of(), failures);
    assertPrinted(run, results);
    System.out.printf(
        "Documentation: %s commands: %s run, %s parsed only%n",
        all.size(), run.size(), all.size() - run.size());
  }

  /** What a page shows of a trained family, but for the figures that training makes. */
  private static void assertPrinted(List<DocumentedCommand> run, List<String[]> results)
      throws IOException {
    String shown =
        MarkdownPage.read(ROOT, "docs/for-java-developers.md").codeBlocks().stream()
            .map(MarkdownPage.CodeBlock::text)
            .filter(text -> text.startsWith("Free parameters over the blocks"))
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < run.size(); i++) {
      if (run.get(i).text().equals("inspect runs/my-family/weights.safetensors")) {
        String printed = withoutTrained(text(results.get(i)[2]));
        shown.lines().forEach(line -> assertTrue(printed.contains(withoutTrained(line)), printed));
        return;
      }
    }
    fail("no page inspects runs/my-family");
  }

  private static String withoutTrained(String text) {
    return text.replaceAll("0\\.66\\d\\d", "0.66..");
  }

  /** Where the programs of a page are, compiled; empty if it has none. */
  private String classes(String page) throws IOException {
    Path classes = folder.resolve("classes").resolve(page.replace('/', '_'));
    PagePrograms programs =
        page.equals(MarkdownPages.OF_NEW_PROJECT)
            ? PagePrograms.compileNewProject(classes)
            : PagePrograms.compile(page, classes);
    return programs.names().isEmpty() ? "" : classes.toString();
  }

  private List<String[]> run(Path workingFolder, List<String> plan, String name)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve(name), plan);
    Path results = folder.resolve(name + "-results");
    Path log = folder.resolve(name + "-log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx1g",
                "-cp",
                absoluteClassPath(),
                CommandProcess.class.getName(),
                file.toString(),
                results.toString())
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
    }
    List<String[]> lines = new ArrayList<>();
    for (String line : Files.readAllLines(results)) {
      lines.add(line.split("\t", -1));
    }
    assertEquals(0, process.waitFor(), Files.readString(log));
    return lines;
  }

  private static String absoluteClassPath() {
    String separator = System.getProperty("path.separator");
    return String.join(
        separator,
        List.of(System.getProperty("java.class.path").split(separator, -1)).stream()
            .map(path -> Path.of(path).toAbsolutePath().toString())
            .toList());
  }

  private static String text(String encoded) {
    return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
  }
}
