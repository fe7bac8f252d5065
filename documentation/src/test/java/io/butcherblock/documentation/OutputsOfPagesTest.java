package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.cli.Main;
import io.butcherblock.documentation.MarkdownPage.CodeBlock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show as the output of javac and of commands is what they print. */
class OutputsOfPagesTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path folder;

  @Test
  void wrongWeightsOfHeun() throws IOException {
    assertRefused(
        "docs/for-java-developers.md", "MyHeun", "1/2 * | 1  1", "1/3 * | 2  1", "[OrderTooHigh]");
  }

  @Test
  void wrongEntryOfThreeQuarters() throws IOException {
    assertRefused(
        "docs/for-numerical-analysts.md", "ThreeQuarters", "-9/20  6/5", "-9/20  7/5", "[RowSum]");
  }

  /** The order conditions of Kutta's method do not hold with another middle. */
  @Test
  void claimOfMine() throws IOException {
    String tableau = "0 |\\n 1/2 | 1/2\\n 1/2 | -1/6 2/3\\n ----+----\\n | 0 1/2 1/2";
    String mine =
        "import io.butcherblock.dsl.*;\n@ButcherTableau(order = 3, value = \""
            + tableau
            + "\")\npublic interface Mine {}\n";
    String message = block("README.md", "error: [OrderTooHigh]").text().lines().findFirst().get();
    String said = messages(Map.of("Mine", mine));
    assertTrue(said.contains(message), said);
  }

  @Test
  void programOfKutta3() throws IOException {
    String program = block("docs/language.md", "k1 = h f1(y0)").text();
    String printed = run("inspect", "kutta3").replaceAll("(?m)^ +", "");
    assertTrue(printed.contains(program), printed);
  }

  private void assertRefused(String page, String type, String from, String to, String tag)
      throws IOException {
    CodeBlock program =
        MarkdownPage.read(ROOT, page).codeBlocks().stream()
            .filter(b -> b.language().equals("java") && b.text().contains("interface " + type))
            .findFirst()
            .orElseThrow();
    String changed = program.text().replace(from, to);
    assertFalse(changed.equals(program.text()), page);
    String said = messages(Map.of(type, changed));
    for (String line : block(page, tag).text().split("\n", -1)) {
      assertTrue(said.contains(line.strip()), line + "\n" + said);
    }
  }

  private String messages(Map<String, String> sources) throws IOException {
    StringWriter messages = new StringWriter();
    assertFalse(PagePrograms.javac(sources, Files.createDirectories(folder), messages));
    return messages.toString();
  }

  private static CodeBlock block(String page, String start) throws IOException {
    return MarkdownPage.read(ROOT, page).codeBlocks().stream()
        .filter(b -> b.text().startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    assertEquals(0, Main.run(new PrintWriter(out), new PrintWriter(err), arguments));
    return out.toString();
  }
}
