package io.butcherblock.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The schemes of the module {@code examples}, as their sources spell them. */
final class SchemeSources {

  private static final String PACKAGE = "io/butcherblock/examples/";

  private final List<SchemeSource> schemes;

  private SchemeSources(List<SchemeSource> schemes) {
    this.schemes = schemes;
  }

  /**
   * Reads the schemes.
   *
   * @param examples the source folder of the module
   */
  static SchemeSources read(Path examples) throws IOException {
    List<SchemeSource> schemes = new ArrayList<>();
    for (String folder : List.of("schemes", "catalogue")) {
      try (Stream<Path> files = Files.list(examples.resolve(PACKAGE + folder))) {
        files
            .filter(SchemeSources::declaresScheme)
            .sorted()
            .map(SchemeSources::source)
            .forEach(schemes::add);
      }
    }
    return new SchemeSources(List.copyOf(schemes));
  }

  private static boolean declaresScheme(Path file) {
    return file.toString().endsWith(".java") && !file.endsWith("package-info.java");
  }

  private static SchemeSource source(Path file) {
    try {
      String name = file.getFileName().toString().replace(".java", "");
      return new SchemeSource(name, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One scheme by itself. */
  List<SchemeSource> only(String name) {
    return schemes.stream()
        .filter(scheme -> scheme.name().equals(name))
        .map(scheme -> scheme.copy(1, names()))
        .toList();
  }

  /**
   * Copies of the schemes of orders up to {@code highestOrder}: all of them once, then all of them
   * again, until there are {@code count}.
   */
  List<SchemeSource> mix(int count, int highestOrder) {
    List<SchemeSource> chosen =
        schemes.stream().filter(scheme -> scheme.order() <= highestOrder).toList();
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> chosen.get(i % chosen.size()).copy(1 + i / chosen.size(), names()))
        .toList();
  }

  private List<String> names() {
    return schemes.stream().map(SchemeSource::name).toList();
  }
}
