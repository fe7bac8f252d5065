package io.butcherblock.documentation;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The Javadoc of all modules that export something, in one. */
final class Javadoc {

  /** The folders of the modules, by their names. */
  private static final Map<String, String> MODULES =
      new TreeMap<>(
          Map.of(
              "io.butcherblock.dsl", "dsl-api",
              "io.butcherblock.runtime", "runtime",
              "io.butcherblock.onnx", "onnx",
              "io.butcherblock.serve", "serve"));

  private Javadoc() {}

  /**
   * Writes it with the JDK's own tool.
   *
   * @param classPath of this program, on which their libraries are
   */
  static void write(Path root, Path folder, String classPath) throws IOException {
    List<String> arguments = new ArrayList<>();
    MODULES.forEach(
        (module, path) -> {
          arguments.add("--module-source-path");
          arguments.add(module + "=" + root.resolve(path).resolve("src/main/java"));
        });
    arguments.addAll(List.of("--module", String.join(",", MODULES.keySet())));
    arguments.addAll(List.of("--module-path", libraries(root, classPath)));
    arguments.addAll(
        List.of("-d", folder.toString(), "-quiet", "-Xdoclint:all,-missing", "-notimestamp"));
    // The bindings name classes of CUDA's, without a requires.
    arguments.addAll(List.of("--add-reads", "org.bytedeco.pytorch=org.bytedeco.cuda"));
    arguments.addAll(List.of("-windowtitle", "Butcherblock", "-encoding", "UTF-8"));
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider javadoc =
        ToolProvider.findFirst("javadoc")
            .orElseThrow(() -> new IllegalStateException("This Java has no javadoc: take a JDK."));
    if (javadoc.run(out, out, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException(said.toString());
    }
  }

  /** The class path without our own archives and folders of classes. */
  private static String libraries(Path root, String classPath) throws IOException {
    Path own = root.toRealPath();
    List<String> libraries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!Path.of(entry).toRealPath().startsWith(own) && !entry.contains("io/butcherblock")) {
        libraries.add(entry);
      }
    }
    return String.join(File.pathSeparator, libraries);
  }

  /** The addresses of types in the site, by their simple names; none of names that are several. */
  static Map<String, String> types(Path site, Path folder) throws IOException {
    Map<String, String> types = new TreeMap<>();
    Set<String> several = new HashSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.html$", "");
        if (name.matches("[A-Z]\\w*")) {
          String address = site.relativize(file).toString().replace(File.separatorChar, '/');
          if (types.put(name, address) != null) {
            several.add(name);
          }
        }
      }
    }
    types.keySet().removeAll(several);
    return types;
  }
}
