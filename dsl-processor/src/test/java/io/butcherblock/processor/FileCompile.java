package io.butcherblock.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** A compile of files into the folder {@code out}, as a build runs it. */
final class FileCompile {

  private final JavaCompiler compiler;
  private final Path out;
  private final List<String> options = new ArrayList<>(List.of("--release", "17"));
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  private List<? extends Processor> processors = CompilerTesting.processors();
  private List<String> classes = List.of();
  private String classPath = System.getProperty("java.class.path");
  private boolean successful;

  FileCompile(JavaCompiler compiler, Path out) {
    this.compiler = compiler;
    this.out = out;
  }

  FileCompile withOptions(String... more) {
    options.addAll(Arrays.asList(more));
    return this;
  }

  FileCompile withProcessors(Processor... some) {
    processors = List.of(some);
    return this;
  }

  /** With processors that the compiler finds itself. */
  FileCompile withProcessorPath(Class<?>... ofTheseClasses) {
    processors = List.of();
    return withOptions("-processorpath", path(ofTheseClasses));
  }

  FileCompile withClassPath(Class<?>... ofTheseClasses) {
    classPath = path(ofTheseClasses);
    return this;
  }

  private static String path(Class<?>... ofTheseClasses) {
    return Stream.of(ofTheseClasses)
        .map(type -> CompilerTesting.place(type).toString())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Has class files processed again too, as Gradle has the ones that did not change. */
  FileCompile withClasses(String... names) {
    classes = List.of(names);
    return this;
  }

  FileCompile run(Path... sources) throws IOException {
    Files.createDirectories(out);
    options.addAll(List.of("-d", out.toString(), "-s", out.toString()));
    StringWriter output = new StringWriter();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, UTF_8)) {
      // Not as an option: Eclipse's compiler would add it to the class path of the tests.
      files.setLocation(StandardLocation.CLASS_PATH, classPath());
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              output, files, diagnostics, options, classes, files.getJavaFileObjects(sources));
      if (!processors.isEmpty()) {
        task.setProcessors(processors);
      }
      successful = task.call();
    }
    return this;
  }

  private List<File> classPath() {
    return Stream.concat(
            Stream.of(classPath.split(File.pathSeparator, -1)).map(File::new),
            Stream.of(out.toFile()))
        .toList();
  }

  boolean successful() {
    return successful;
  }

  /** Our messages, each with its line, in the form of the golden files. */
  String messages() {
    return diagnostics.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getMessage(Locale.ROOT).startsWith("["))
        .map(FileCompile::message)
        .collect(Collectors.joining());
  }

  private static String message(Diagnostic<?> diagnostic) {
    return diagnostic.getKind()
        + " line "
        + diagnostic.getLineNumber()
        + "\n"
        + diagnostic.getMessage(Locale.ROOT)
        + "\n";
  }

  /** The compiler's messages too. */
  String allMessages() {
    return diagnostics.getDiagnostics().stream()
        .map(FileCompile::message)
        .collect(Collectors.joining());
  }

  /** Each file that was written and whose name ends so, with its text. */
  Map<String, String> files(String... ends) throws IOException {
    try (Stream<Path> all = Files.walk(out)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
          .collect(
              Collectors.toMap(
                  file -> out.relativize(file).toString().replace('\\', '/'),
                  FileCompile::text,
                  (a, b) -> a,
                  TreeMap::new));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
