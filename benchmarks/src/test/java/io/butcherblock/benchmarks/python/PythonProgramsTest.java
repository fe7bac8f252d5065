package io.butcherblock.benchmarks.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.benchmarks.process.NotInstalledException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonProgramsTest {

  @TempDir private Path folder;

  @Test
  void theFirstThatHasPyTorchIsTaken() throws Exception {
    String without = program("without", 1);
    String with = program("with", 0);
    String absent = folder.resolve("absent").toString();
    assertEquals(with, new PythonPrograms(List.of(absent, without, with)).withPyTorch());
  }

  @Test
  void noneIsToldByName() throws Exception {
    PythonPrograms programs = PythonPrograms.named(Optional.of(program("without", 1)));
    assertEquals(
        "not installed; no module torch in " + folder.resolve("without"),
        assertThrows(NotInstalledException.class, programs::withPyTorch).getMessage());
  }

  /** Answers whether it has the module by its exit status, as Python does. */
  private String program(String name, int status) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
    Path file = folder.resolve(name);
    Files.writeString(file, "#!/bin/sh\nexit " + status + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return file.toString();
  }
}
