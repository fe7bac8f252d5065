package io.butcherblock.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What sources say to people: the string literals and comments of Java files. */
public final class SourceText {

  private static final Pattern LITERAL_OR_COMMENT =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|'(?:\\\\.|[^'\\\\\n])*'"
              + "|//[^\n]*|/\\*(?s:.*?)\\*/");

  private SourceText() {}

  /** The texts of {@code java} of which {@code isLeak} holds. */
  public static List<String> in(String java, Predicate<String> isLeak) {
    List<String> found = new ArrayList<>();
    Matcher matcher = LITERAL_OR_COMMENT.matcher(java);
    while (matcher.find()) {
      if (isLeak.test(matcher.group())) {
        found.add(matcher.group());
      }
    }
    return found;
  }

  /**
   * The same for all Java files below a folder, each text after its file.
   *
   * @throws IllegalArgumentException if there are none, since nothing would then be checked
   */
  public static List<String> below(Path sources, Predicate<String> isLeak) {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("There are no Java files below " + sources + ".");
    }
    return files.stream().flatMap(file -> in(file, isLeak)).toList();
  }

  private static Stream<String> in(Path file, Predicate<String> isLeak) {
    try {
      return in(Files.readString(file), isLeak).stream().map(text -> file + ": " + text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
