package io.butcherblock.benchmarks.compile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What one compile is given.
 *
 * @param schemes how many of the source files declare a scheme
 */
record CompileInput(String name, List<Path> sources, int schemes, Processing processing) {

  /** Sources with schemes, written to a folder of their own. */
  static CompileInput ofSchemes(String name, List<SchemeSource> schemes, Path folder)
      throws IOException {
    return new CompileInput(name, write(schemes, folder), schemes.size(), Processing.FULL);
  }

  /** Sources of empty interfaces, written to a folder of their own. */
  static CompileInput ofEmptyTypes(String name, int count, Path folder) throws IOException {
    List<SchemeSource> types =
        IntStream.rangeClosed(1, count)
            .mapToObj(i -> new SchemeSource("Empty" + i, "public interface Empty" + i + " {}\n"))
            .toList();
    return new CompileInput(name, write(types, folder), 0, Processing.FULL);
  }

  private static List<Path> write(List<SchemeSource> types, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (SchemeSource type : types) {
      files.add(Files.writeString(folder.resolve(type.name() + ".java"), type.text()));
    }
    return List.copyOf(files);
  }

  /** The same sources, compiled in part. */
  CompileInput with(Processing part) {
    return new CompileInput(
        name + part.option().map(" "::concat).orElse(""), sources, schemes, part);
  }

  /**
   * Fails unless a compile has made a block for each scheme: what did not run was not measured.
   *
   * @param output the folder that the compile wrote to
   */
  void check(Path output) throws IOException {
    int expected = processing == Processing.NONE ? 0 : schemes;
    String block = "FrozenBlock." + (processing == Processing.ONLY ? "java" : "class");
    try (Stream<Path> files = Files.walk(output)) {
      long found = files.filter(file -> file.toString().endsWith(block)).count();
      if (found != expected) {
        throw new IllegalStateException(
            name + ": " + found + " blocks were generated, not " + expected + ".");
      }
    }
  }
}
