package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The complete Java files of a page, compiled as they stand there. */
final class PagePrograms {

  private static final Pattern PROGRAM =
      Pattern.compile("^(?:package|import) .*?public (?:class|interface) (\\w+).*", Pattern.DOTALL);

  private static final Path ROOT = Path.of("..");

  private final Map<String, String> sources = new TreeMap<>();
  private final Path classes;

  private PagePrograms(Path classes) throws IOException {
    this.classes = Files.createDirectories(classes);
  }

  /** Whether a block is a complete file: it has imports and a public type. */
  static boolean isProgram(String block) {
    return PROGRAM.matcher(block).matches();
  }

  /**
   * Compiles the files of a page to a folder; javac has nothing to say.
   *
   * @param page its path from the root of the repository
   */
  static PagePrograms compile(String page, Path classes) throws IOException {
    return compile(List.of(page), classes);
  }

  /** Compiles the files of several pages together, as those of one project. */
  static PagePrograms compile(List<String> pages, Path classes) throws IOException {
    PagePrograms programs = new PagePrograms(classes);
    for (String page : pages) {
      for (MarkdownPage.CodeBlock block : MarkdownPage.read(ROOT, page).codeBlocks()) {
        Matcher matcher = PROGRAM.matcher(block.text());
        if (block.language().equals("java") && matcher.matches()) {
          assertNull(programs.sources.put(matcher.group(1), block.text()), block.place());
        }
      }
    }
    programs.compile();
    return programs;
  }

  /** Compiles the files of the package of a new project, as the archetype writes them. */
  static PagePrograms compileNewProject(Path classes) throws IOException {
    PagePrograms programs = new PagePrograms(classes);
    Path folder =
        ROOT.resolve(MarkdownPages.OF_NEW_PROJECT).resolveSibling("src").resolve("main/java");
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        programs.sources.put(
            name, Files.readString(file).replaceAll("#set.*", "").replace("${package}", "mine"));
      }
    }
    programs.compile();
    return programs;
  }

  private void compile() {
    if (!sources.isEmpty()) {
      StringWriter messages = new StringWriter();
      assertTrue(javac(sources, classes, messages), messages.toString());
      assertEquals("", messages.toString());
    }
  }

  /** Compiles sources, by the names of their public types; whether javac takes them. */
  static boolean javac(Map<String, String> sources, Path classes, StringWriter messages) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        javac.getTask(
            messages,
            null,
            null,
            List.of(
                "-classpath",
                System.getProperty("java.class.path"),
                "-Xlint:all,-processing,-serial,-path,-try",
                "-d",
                classes.toString()),
            null,
            sources.entrySet().stream().map(e -> new Source(e.getKey(), e.getValue())).toList());
    task.setProcessors(
        ServiceLoader.load(Processor.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(processor -> processor.getClass().getName().startsWith("io.butcherblock."))
            .toList());
    return task.call();
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
