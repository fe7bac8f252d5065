package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The complete Java files of a page of {@code docs}, compiled as they stand there. */
final class PagePrograms {

  private static final Pattern PROGRAM =
      Pattern.compile(
          "```java\n((?:package|import) (?:(?!```).)*?public (?:class|interface) (\\w+).*?)```",
          Pattern.DOTALL);

  private final Map<String, String> sources = new TreeMap<>();
  private final Path classes;

  private PagePrograms(String page, Path classes) throws IOException {
    this.classes = Files.createDirectories(classes);
    Matcher matcher = PROGRAM.matcher(Files.readString(Path.of("..", "docs", page)));
    while (matcher.find()) {
      sources.put(matcher.group(2), matcher.group(1));
    }
  }

  /** Compiles the files of {@code docs/page} to a folder; javac has nothing to say. */
  static PagePrograms compile(String page, Path classes) throws IOException {
    PagePrograms programs = new PagePrograms(page, classes);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        javac.getTask(
            messages,
            null,
            null,
            List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                "-Xlint:all,-processing,-serial,-path",
                "-d",
                classes.toString()),
            null,
            programs.sources.entrySet().stream()
                .map(e -> new Source(e.getKey(), e.getValue()))
                .toList());
    task.setProcessors(
        ServiceLoader.load(Processor.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(processor -> processor.getClass().getName().startsWith("io.butcherblock."))
            .toList());
    assertTrue(task.call(), messages.toString());
    return programs;
  }

  /** The names of the public types. */
  Set<String> names() {
    return sources.keySet();
  }

  /** Runs the main method of a class with these files on the class path; returns what it prints. */
  String main(String program, String... arguments) throws Exception {
    PrintStream out = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = loader()) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      thread.setContextClassLoader(loader);
      loader.loadClass(program).getMethod("main", String[].class).invoke(null, (Object) arguments);
    } finally {
      thread.setContextClassLoader(before);
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  /** These files and the class path of the tests; to be closed. */
  URLClassLoader loader() throws IOException {
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, PagePrograms.class.getClassLoader());
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String text;

    Source(String name, String text) {
      super(URI.create("page:///" + name + ".java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
