package io.butcherblock.benchmarks.python;

import io.butcherblock.benchmarks.process.NotInstalledException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The Pythons that may be there.
 *
 * @param programs by name or path, the first that has PyTorch is taken
 */
public record PythonPrograms(List<String> programs) {

  private static final String HAS_PYTORCH =
      "import importlib.util, sys; sys.exit(importlib.util.find_spec('torch') is None)";

  private static final int SECONDS = 60;

  public PythonPrograms {
    programs = List.copyOf(programs);
  }

  /**
   * The one that is named.
   *
   * @param python empty for the one on the path, or else the system's
   */
  public static PythonPrograms named(Optional<String> python) {
    return new PythonPrograms(python.map(List::of).orElse(List.of("python3", "/usr/bin/python3")));
  }

  /**
   * The first that has PyTorch.
   *
   * @throws NotInstalledException if none has
   */
  String withPyTorch() throws IOException {
    for (String program : programs) {
      if (hasPyTorch(program)) {
        return program;
      }
    }
    throw new NotInstalledException(
        "not installed; no module torch in " + String.join(" or ", programs));
  }

  private static boolean hasPyTorch(String program) throws IOException {
    Process process;
    try {
      process =
          new ProcessBuilder(program, "-c", HAS_PYTORCH)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException noSuchProgram) {
      return false;
    }
    try {
      return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroyForcibly();
    }
  }
}
