package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

  /** As written by a program in Latin-1. Another locale helps only if this one is not UTF-8. */
  @EnabledOnOs(value = OS.LINUX, disabledReason = "others make letters of all names")
  @Test
  void aNameInNoLettersIsRefusedWithWhatHelps(@TempDir Path folder) throws Exception {
    Process touch =
        new ProcessBuilder("sh", "-c", ": >\"$(printf 'caf\\351.png')\"")
            .directory(folder.toFile())
            .start();
    assertEquals(0, touch.waitFor());
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.findFirst().orElseThrow();
      String message =
          assertThrows(ButcherblockException.class, () -> FileNames.check(file)).getMessage();
      boolean utf8 = "UTF-8".equals(System.getProperty("sun.jnu.encoding"));
      assertTrue(
          message.endsWith(
              utf8 ? "; rename the file." : "; set LC_ALL=C.UTF-8 before Java is started."),
          message);
    }
  }
}
