package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.documentation.MarkdownPage.CodeBlock;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;

/** Every block of the pages that is no command: Java is compiled, other languages are parsed. */
class SnippetsTest {

  private static final Path ROOT = Path.of("..");

  @TempDir private Path folder;

  /** Who reads on puts the files of the next page beside those of the page before. */
  @Test
  void theProgramsOfAllPagesMakeOneProject() throws IOException {
    List<String> pages = MarkdownPages.read(ROOT).stream().map(MarkdownPage::name).toList();
    PagePrograms programs = PagePrograms.compile(pages, folder);
    assertTrue(programs.names().contains("MyRalston"), programs.names().toString());
    assertTrue(programs.names().contains("Denoise"), programs.names().toString());
  }

  /** Files as they stand; declarations of a page together; statements in a method. */
  @Test
  void everySnippetOfJavaCompiles() throws IOException {
    Rules rules = Rules.read();
    int programs = 0;
    int compiled = 0;
    int leftOut = 0;
    for (MarkdownPage page : MarkdownPages.read(ROOT)) {
      Map<String, String> sources = new TreeMap<>();
      StringBuilder declarations = new StringBuilder();
      for (CodeBlock block : blocks(page, "java")) {
        String text = block.text();
        if (PagePrograms.isProgram(text)) {
          programs++;
        } else if (rules.matching("snippets", text).isPresent()) {
          leftOut++;
        } else if (PageContext.isDeclaration(text)) {
          compiled++;
          declarations.append(text);
        } else {
          compiled++;
          String name = "Line" + block.line();
          sources.put(name, PageContext.program(name, text));
        }
      }
      if (!declarations.isEmpty()) {
        sources.put("Declarations", PageContext.file(declarations.toString()));
      }
      Path classes = Files.createDirectories(folder.resolve(page.name().replace('/', '_')));
      StringWriter messages = new StringWriter();
      assertTrue(
          sources.isEmpty() || PagePrograms.javac(sources, classes, messages),
          page.name() + "\n" + messages);
      PagePrograms.compile(page.name(), classes);
    }
    assertTrue(programs > 10 && compiled > 15, programs + ", " + compiled);
    System.out.printf(
        "Documentation: %s snippets of Java compiled, %s of them whole files; %s left out%n",
        programs + compiled, programs, leftOut);
  }

  @Test
  void everySnippetOfXmlIsWellFormed() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    int count = 0;
    for (CodeBlock block : blocks("xml")) {
      String text = "<all>" + block.text() + "</all>";
      factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
      for (String artifact : ourArtifacts(block.text())) {
        assertTrue(
            Files.exists(ROOT.resolve(artifact).resolve("pom.xml"))
                || artifact.startsWith("natives-"),
            block.place() + ": " + artifact);
      }
      count++;
    }
    assertTrue(count > 3, "" + count);
  }

  private static List<String> ourArtifacts(String xml) {
    return Pattern.compile("<groupId>io\\.butcherblock</groupId>\\s*<artifactId>([^<]*)<")
        .matcher(xml)
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** No compiler of Kotlin is at hand; of a build for Gradle the artifacts are ours. */
  @Test
  void everySnippetForGradleNamesOurArtifacts() throws IOException {
    for (CodeBlock block : blocks("kotlin")) {
      List<String> artifacts =
          Pattern.compile("\"io\\.butcherblock:([\\w-]+):")
              .matcher(block.text())
              .results()
              .map(match -> match.group(1).replaceFirst("^natives-", "natives/"))
              .toList();
      assertTrue(artifacts.size() > 1, block.place());
      for (String artifact : artifacts) {
        Path pom = ROOT.resolve(artifact).resolve("pom.xml");
        assertTrue(Files.exists(pom), block.place() + ": " + artifact);
      }
    }
  }

  /** Tests that the rules name as the reason are there. */
  @Test
  void testsThatRulesNameAreThere() throws IOException {
    Set<String> names =
        Pattern.compile("\\b[A-Z]\\w*Test\\b")
            .matcher(Site.resource("rules.txt"))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());
    assertTrue(names.size() > 5, names.toString());
    try (Stream<Path> files =
        Files.find(ROOT, 12, (path, facts) -> path.toString().endsWith("Test.java"))) {
      files.forEach(file -> names.remove(file.getFileName().toString().replace(".java", "")));
    }
    assertEquals(Set.of(), names);
  }

  /** Where there is a Python. */
  @Test
  void everySnippetOfPythonParses() throws Exception {
    for (CodeBlock block : blocks("python")) {
      Process python;
      try {
        python =
            new ProcessBuilder("python3", "-c", "import ast, sys; ast.parse(sys.stdin.read())")
                .redirectErrorStream(true)
                .start();
      } catch (IOException e) {
        org.junit.jupiter.api.Assumptions.abort("no python3 on the PATH: " + e.getMessage());
        return;
      }
      python.getOutputStream().write(block.text().getBytes(StandardCharsets.UTF_8));
      python.getOutputStream().close();
      String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, python.waitFor(), block.place() + ": " + said);
    }
  }

  /** A new block is of a language that a test knows, or is listed with what compares it. */
  @Test
  void everyBlockIsKnown() throws IOException {
    Rules rules = Rules.read();
    List<String> unknown = new ArrayList<>();
    for (MarkdownPage page : MarkdownPages.read(ROOT)) {
      for (CodeBlock block : page.codeBlocks()) {
        String firstLine = block.text().lines().findFirst().orElse("");
        boolean known =
            switch (block.language()) {
              case "sh", "java", "xml", "python", "kotlin" -> true;
              case "" -> rules.matching("blocks without language", firstLine).isPresent();
              default -> false;
            };
        if (!known) {
          unknown.add(block.place() + ": " + block.language() + " " + firstLine);
        }
      }
    }
    assertEquals(List.of(), unknown, "see rules.txt");
  }

  private static List<CodeBlock> blocks(String language) throws IOException {
    List<CodeBlock> blocks = new ArrayList<>();
    for (MarkdownPage page : MarkdownPages.read(ROOT)) {
      blocks.addAll(blocks(page, language));
    }
    return blocks;
  }

  private static List<CodeBlock> blocks(MarkdownPage page, String language) {
    return page.codeBlocks().stream().filter(b -> b.language().equals(language)).toList();
  }
}
