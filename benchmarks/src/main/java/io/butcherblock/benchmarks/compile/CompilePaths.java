package io.butcherblock.benchmarks.compile;

import io.butcherblock.dsl.ButcherTableau;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where javac finds classes and processors: what README tells a project to declare.
 *
 * @param classes the class path
 * @param processors the processor path
 */
record CompilePaths(String classes, String processors) {

  /**
   * The paths of a project that declares schemes.
   *
   * @param classes the runtime with what it needs
   * @param processors the processor with its libraries, but for the annotations
   */
  static CompilePaths of(String classes, String processors) {
    return new CompilePaths(classes, processors + File.pathSeparator + annotations());
  }

  private static Path annotations() {
    try {
      return Path.of(
          ButcherTableau.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The options of javac for an input. */
  List<String> options(CompileInput input, Path output) {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--release", "17", "-d", output.toString()));
    options.addAll(List.of("-classpath", classes, "-processorpath", processors));
    input.processing().option().ifPresent(options::add);
    return options;
  }
}
