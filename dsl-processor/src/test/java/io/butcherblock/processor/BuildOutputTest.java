package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a compile leaves on disk: the files, and the same bytes wherever it runs. */
class BuildOutputTest {

  private static final Set<String> SERVICES =
      Set.of(
          SmallProject.SERVICES + "VectorFieldFactory",
          SmallProject.SERVICES + "OdeNetworkDeclaration",
          SmallProject.SERVICES + "OdeScheme");

  @TempDir private Path folder;
  private SmallProject project;

  @BeforeEach
  void writeProject() throws IOException {
    project = new SmallProject(folder.resolve("src"));
  }

  @Test
  void processingAloneWritesNoClasses() throws IOException {
    FileCompile compile = processed();
    Set<String> expected = new TreeSet<>(SERVICES);
    for (String source : List.of("GVectorField", "NetNetwork")) {
      expected.add("small/" + source + ".java");
    }
    for (String scheme : List.of("Adams3", "MIdpoint")) {
      for (String kind : List.of("Scheme", "TrainableBlock", "FrozenBlock")) {
        expected.add("small/" + scheme + kind + ".java");
      }
    }
    assertEquals(expected, compile.files("").keySet());
  }

  @Test
  void orderOfFilesDoesNotMatter() throws IOException {
    FileCompile reversed =
        new FileCompile(ToolProvider.getSystemJavaCompiler(), folder.resolve("reversed"))
            .withOptions("-proc:only")
            .run(project.reversed());
    assertEquals(processed().files(""), reversed.files(""));
  }

  /** Turkish has an i of its own, Egyptian Arabic has digits of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"tr TR", "ar EG"})
  void placeOfTheBuildDoesNotMatter(String locale) throws IOException, InterruptedException {
    Path out = folder.resolve("elsewhere");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=" + locale.substring(0, 2),
            "-Duser.country=" + locale.substring(3),
            "-Duser.timezone=Pacific/Kiritimati",
            "-Dline.separator=\r\n",
            "-Dfile.encoding=ISO-8859-1"));
    String path = System.getProperty("java.class.path");
    command.addAll(List.of("-m", "jdk.compiler/com.sun.tools.javac.Main", "-proc:only"));
    command.addAll(List.of("-encoding", "UTF-8", "--release", "17"));
    command.addAll(List.of("-processorpath", path, "-classpath", path));
    command.addAll(
        List.of(
            "-processor",
            CompilerTesting.processors().stream()
                .map(processor -> processor.getClass().getName())
                .collect(Collectors.joining(","))));
    command.addAll(List.of("-d", out.toString(), "-s", out.toString()));
    Stream.of(project.files()).map(Path::toString).forEach(command::add);
    File log = folder.resolve("log").toFile();
    FileCompile here = processed();
    assertTrue(out.toFile().mkdir());

    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();

    assertEquals(0, javac.waitFor(), log.toString());
    assertEquals(
        here.files(""), new FileCompile(ToolProvider.getSystemJavaCompiler(), out).files(""));
  }

  /** Marked as generated, and without a date. */
  @Test
  void everySourceNamesItsGenerator() throws IOException {
    Map<String, String> sources = processed().files(".java");
    for (Map.Entry<String, String> source : sources.entrySet()) {
      assertTrue(
          source
              .getValue()
              .contains("@Generated(\"" + ButcherblockProcessor.class.getName() + "\")\n"),
          source.getKey());
    }
  }

  private FileCompile processed() throws IOException {
    FileCompile compile =
        new FileCompile(ToolProvider.getSystemJavaCompiler(), folder.resolve("here"))
            .withOptions("-proc:only")
            .run(project.files());
    assertTrue(compile.successful(), compile.allMessages());
    return compile;
  }
}
