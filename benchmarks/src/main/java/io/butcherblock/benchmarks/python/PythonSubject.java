package io.butcherblock.benchmarks.python;

import io.butcherblock.benchmarks.comparison.ComparedWork;
import io.butcherblock.benchmarks.comparison.Contender;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.throughput.PythonScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Python's PyTorch as a subject: our script, which answers the requests of a child process. */
public final class PythonSubject {

  private static final String TITLE = "Python's PyTorch";
  private static final String SCRIPT = "pytorch_subject.py";
  private static final String WORK = "work";

  private PythonSubject() {}

  /**
   * The contender of a work.
   *
   * @param arguments as the work's other subjects have them, and what the script reads besides
   * @param limit as {@link Contender}'s
   */
  public static Contender of(
      PythonPrograms programs, ComparedWork work, Arguments arguments, double limit) {
    return new Contender(
        TITLE,
        settings -> List.of(programs.withPyTorch(), "-u", script(settings).toString()),
        arguments.with(WORK, work.name()),
        limit);
  }

  private static Path script(ChildSettings settings) throws IOException {
    Path folder = Files.createDirectories(settings.folder().resolve("python"));
    PythonScript.copyTo(folder);
    Path script = folder.resolve(SCRIPT);
    try (InputStream in = PythonSubject.class.getResourceAsStream(SCRIPT)) {
      Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
    }
    return script;
  }
}
