package io.butcherblock.archetype;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files for Gradle, which is not run here, against those for Maven, which is. */
class GradleFilesTest {

  private static final Path MADE = Path.of("target", "classes", "archetype-resources");

  private final String gradle = Files.readString(MADE.resolve("build.gradle.kts"));
  private final String pom = Files.readString(MADE.resolve("pom.xml"));
  private final String parent = Files.readString(Path.of("..", "project-parent", "pom.xml"));

  GradleFilesTest() throws IOException {}

  private static String only(String text, String pattern) {
    TreeSet<String> found = new TreeSet<>();
    for (MatchResult match : Pattern.compile(pattern).matcher(text).results().toList()) {
      found.add(match.group(1));
    }
    assertEquals(1, found.size(), () -> pattern + ": " + found);
    return found.first();
  }

  @Test
  void bothNameTheSameVersions() {
    String version = only(pom, "<artifactId>project-parent</artifactId>\\s*<version>(.*?)<");
    assertEquals(version, only(gradle, "val butcherblock = \"(.*?)\""));
    assertEquals(version, only(parent, "<butcherblock.version>(.*?)<"));
    String junit = only(pom, "<artifactId>junit-jupiter</artifactId>\\s*<version>(.*?)<");
    assertEquals(junit, only(gradle, "junit-jupiter:(.*?)\""));
    assertEquals(junit, only(gradle, "junit-platform-launcher:(.*?)\""));
    assertEquals(
        only(parent, "<maven.compiler.release>(.*?)<"), only(gradle, "release\\.set\\((.*?)\\)"));
    assertEquals(only(parent, "<exec.mainClass>(.*?)<"), only(gradle, "mainClass.set\\(\"(.*?)\""));
  }

  @Test
  void bothHaveTheSameDependencies() {
    String dependencies =
        parent.substring(parent.indexOf("<dependencies>"), parent.indexOf("</dependencies>"));
    assertEquals(
        only(dependencies, "<artifactId>(.*?)</artifactId>"),
        only(gradle, "implementation\\(\"io\\.butcherblock:(.*?):"));
    assertEquals(
        only(parent, "<path>\\s*<groupId>io.butcherblock</groupId>\\s*<artifactId>(.*?)<"),
        only(gradle, "annotationProcessor\\(\"io\\.butcherblock:(.*?):"));
  }

  /** The systems that it chooses from are those that there are artifacts for. */
  @Test
  void nativesAreThoseThatThereAre() {
    for (MatchResult system :
        Pattern.compile("\"((?:linux|windows|macosx)-[a-z0-9_]+)\"")
            .matcher(gradle)
            .results()
            .toList()) {
      Path natives = Path.of("..", "natives", system.group(1));
      assertTrue(Files.isRegularFile(natives.resolve("pom.xml")), natives::toString);
    }
  }
}
