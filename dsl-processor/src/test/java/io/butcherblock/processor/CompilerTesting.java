package io.butcherblock.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.nn.Catalogue;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.Tensor;

/** Runs the processor inside javac, with the runtime on the class path. */
final class CompilerTesting {

  private static final Path RESOURCES = Path.of("src/test/resources");

  /** A class of each jar that generated code wants. */
  static final List<Class<?>> OF_GENERATED_CODE =
      List.of(ButcherTableau.class, Catalogue.class, Tensor.class, Loader.class);

  private CompilerTesting() {}

  /** Both processors, in the order in which they are declared. */
  static List<Processor> processors() {
    return List.of(new ButcherblockProcessor(), new RegistryProcessor());
  }

  /**
   * Processes the annotations of some sources, without writing classes. javac reads all jars of its
   * class path each time, and here those alone that generated code wants.
   */
  static Compilation process(JavaFileObject... sources) {
    return process(OF_GENERATED_CODE, sources);
  }

  /** The same with nothing but the annotations on the class path. */
  static Compilation processWithoutRuntime(JavaFileObject source) {
    return process(List.of(ButcherTableau.class), source);
  }

  private static Compilation process(List<Class<?>> classPath, JavaFileObject... sources) {
    return Compiler.javac()
        .withProcessors(processors())
        .withClasspath(classPath.stream().map(CompilerTesting::place).toList())
        .withOptions("-proc:only", "-Xlint:all,-processing")
        .compile(sources);
  }

  /** Where a class is. */
  static File place(Class<?> type) {
    // By way of a URI: the path of a URL has %20 for a blank.
    return new File(
        URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  /** Compiles some sources and what is generated from them; every warning is an error. */
  static Compilation compile(JavaFileObject... sources) {
    return Compiler.javac()
        .withProcessors(processors())
        .withOptions("-Xlint:all,-processing", "-Werror")
        .compile(sources);
  }

  /** Errors and warnings, each with its line. */
  static String diagnostics(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(d -> d.getKind() != Diagnostic.Kind.NOTE)
        .map(d -> d.getKind() + " line " + d.getLineNumber() + "\n" + d.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"))
        .concat("\n");
  }

  static String generated(Compilation compilation, String simpleName) throws IOException {
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      if (file.getName().endsWith("/" + simpleName + ".java")) {
        return file.getCharContent(false).toString();
      }
    }
    throw new AssertionError(simpleName + " is not among " + compilation.generatedSourceFiles());
  }

  /** A source file among the resources, whatever the default charset is. */
  static JavaFileObject source(String path) {
    try {
      String text = Files.readString(RESOURCES.resolve(path), UTF_8);
      return JavaFileObjects.forSourceString(path.replace(".java", "").replace('/', '.'), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a golden file; with {@code -Dgolden.update=true} it is written first. */
  static String golden(String path, String actual) throws IOException {
    Path file = RESOURCES.resolve(path);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, actual, UTF_8);
    }
    return Files.readString(file, UTF_8);
  }
}
