package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingNativesTest {

  @TempDir Path folder;

  @Test
  void aClassPathWithoutNativesIsToldWhatToAdd() throws Exception {
    String natives = "-" + Loader.getPlatform();
    String said = open(classPath().filter(entry -> !entry.contains(natives)));
    assertTrue(
        said.matches(
            "LibTorch's native libraries for this machine are missing: add"
                + " io\\.butcherblock:natives-"
                + Loader.getPlatform()
                + ":[0-9][^ ${}]* to the run-time dependencies \\(in Maven with"
                + " <type>pom</type>\\)\\."),
        said);
  }

  @Test
  void oneArchiveThatIsMissingIsToldAsWell() throws Exception {
    String openblas = "openblas-";
    String natives = "-" + Loader.getPlatform();
    String said =
        open(classPath().filter(entry -> !entry.contains(openblas) || !entry.contains(natives)));
    assertTrue(said.startsWith("LibTorch's native libraries for this machine are missing:"), said);
  }

  @Test
  void aClassPathWithNativesOpens() throws Exception {
    assertEquals("the CPU", open(classPath()));
  }

  @Test
  void aSystemWithoutPublishedNativesIsNotToldToAddAny() {
    String sentence = MissingNatives.sentence("linux-riscv64");
    assertTrue(sentence.contains("not for this machine's linux-riscv64"), sentence);
    assertFalse(sentence.contains("io.butcherblock:"), sentence);
  }

  private static Stream<String> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  /** What a process of its own prints when it opens the CPU. */
  private String open(Stream<String> classPath) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Java 24 and later warn of native code without it.
                "--enable-native-access=ALL-UNNAMED",
                "-classpath",
                classPath.collect(Collectors.joining(File.pathSeparator)),
                Opener.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertEquals(0, process.waitFor());
    return Files.readString(output, StandardCharsets.UTF_8).strip();
  }

  static final class Opener {

    private Opener() {}

    public static void main(String[] args) {
      try (var cpu = LibTorch.cpu()) {
        System.out.println(LibTorch.describe(cpu));
      } catch (ButcherblockException e) {
        System.out.println(e.getMessage());
      }
    }
  }
}
