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

  @Test
  void signForgotten() throws IOException {
    String kutta = kutta3().replace("-1    2", "1    2");
    String said = messages(Map.of("Kutta3", kutta));
    for (String line : block("README.md", "error: [RowSum]").text().split("\n", -1)) {
      assertTrue(said.contains(line.strip()), line + "\n" + said);
    }
  }

  @Test
  void generatedBlockOfKutta3() throws IOException {
    StringWriter messages = new StringWriter();
    assertTrue(
        PagePrograms.javac(Map.of("Kutta3", kutta3()), Files.createDirectories(folder), messages),
        messages.toString());
    String generated =
        Files.readString(folder.resolve("Kutta3FrozenBlock.java")).replaceAll("(?m)^ +", "");
    String shown = block("README.md", "Tensor k1 = derivative").text();
    assertTrue(generated.contains(shown), generated);
  }

  private static String kutta3() throws IOException {
    String declarations =
        MarkdownPage.read(ROOT, "README.md").codeBlocks().stream()
            .map(CodeBlock::text)
            .filter(text -> text.contains("interface Kutta3"))
            .findFirst()
            .orElseThrow();
    return "import io.butcherblock.dsl.*;\n"
        + declarations.substring(0, declarations.indexOf("Kutta3 {}"))
        + "Kutta3 {}\n";
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
