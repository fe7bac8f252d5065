package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the container file without building an image. */
class ContainerFileTest {

  private static final Path ROOT = Path.of("..");
  private static final List<String> KNOWN =
      List.of("FROM", "WORKDIR", "COPY", "RUN", "USER", "ENTRYPOINT", "CMD");

  @Test
  void itsStepsAreKnownAndItsImagesHaveVersions() throws IOException {
    String file = Files.readString(ROOT.resolve("Dockerfile")).replaceAll("\\\\\\n\\s*", "");
    List<String> steps =
        file.lines().filter(line -> !line.isBlank() && line.charAt(0) != '#').toList();
    for (String step : steps) {
      assertTrue(KNOWN.contains(step.split(" ", 2)[0]), step);
      // Official images, from wherever the builder takes them.
      assertTrue(
          !step.startsWith("FROM ") || step.matches("FROM [a-z]+:[\\w.-]+( AS \\w+)?"), step);
    }
    assertEquals(
        List.of("butcherblock"),
        steps.stream().filter(s -> s.startsWith("USER ")).map(s -> s.substring(5)).toList());
  }

  /** The build in it is that of the bundle. */
  @Test
  void itsBuildNamesWhatIsThere() throws IOException {
    String file = Files.readString(ROOT.resolve("Dockerfile")).replaceAll("\\\\\\n\\s*", "");
    String maven = file.substring(file.indexOf("mvn "));
    List<String> words = ShellLines.words(maven.substring(0, maven.indexOf(" && ")));
    assertEquals(
        List.of(),
        new MavenCommand("Dockerfile:1", words.stream().filter(w -> !w.startsWith("--")).toList())
            .problems(ROOT));
    assertTrue(words.contains("-Pbundle,program"), maven);
  }

  /** What the build reads is not left out. */
  @Test
  void whatIsLeftOutIsNotBuilt() throws IOException {
    for (String line : Files.readAllLines(ROOT.resolve(".dockerignore"))) {
      if (!line.isBlank() && line.charAt(0) != '#') {
        assertTrue(!Files.exists(ROOT.resolve(line).resolve("pom.xml")), line);
      }
    }
  }
}
