package io.butcherblock.documentation;

import io.butcherblock.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs many commands in one process, whose working folder is theirs. Its argument is a file with a
 * line for each thing to do, in words with tabs in between; one more line of results is added to
 * the other file for each command.
 */
final class CommandProcess {

  private CommandProcess() {}

  public static void main(String[] args) throws IOException {
    Path results = Path.of(args[1]);
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] words = line.split("\t", -1);
      switch (words[0]) {
        case "clear" -> clear(Path.of(""));
        case "classes" -> useClasses(words[1]);
        case "copy" -> copy(Path.of(words[1]), Path.of(words[2]));
        case "run" -> run(List.of(words).subList(1, words.length), results);
        default -> throw new IllegalArgumentException(line);
      }
    }
    System.exit(0);
  }

  private static void run(List<String> words, Path results) throws IOException {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    long start = System.nanoTime();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), words.toArray(String[]::new));
    long millis = (System.nanoTime() - start) / 1_000_000;
    String line = code + "\t" + millis + "\t" + encoded(out) + "\t" + encoded(err) + "\n";
    Files.writeString(results, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String encoded(StringWriter text) {
    return Base64.getEncoder().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Schemes and networks of a page, for the catalogue to find. */
  @SuppressWarnings("BanClassLoader") // Classes that the test has just compiled.
  private static void useClasses(String folder) throws IOException {
    URL[] urls = folder.isEmpty() ? new URL[0] : new URL[] {Path.of(folder).toUri().toURL()};
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader(urls, CommandProcess.class.getClassLoader()));
  }

  private static void clear(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.toAbsolutePath())) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder.toAbsolutePath())) {
          Files.delete(file);
        }
      }
    }
  }

  /** Copies a file, or a folder of files, to where there is none yet. */
  private static void copy(Path from, Path to) throws IOException {
    if (Files.exists(to)) {
      return;
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.copy(file, target);
      }
    }
  }
}
