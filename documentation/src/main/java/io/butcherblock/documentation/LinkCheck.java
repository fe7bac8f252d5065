package io.butcherblock.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether every link, anchor and picture of the finished pages is there. */
final class LinkCheck {

  private static final Pattern REFERENCE = Pattern.compile("\\b(href|src)=\"([^\"]*)\"");
  private static final Pattern ID = Pattern.compile("\\bid=\"([^\"]*)\"");

  private LinkCheck() {}

  /** Sentences on what is not there, of the pages in a folder (not of folders in it). */
  static List<String> problems(Path site) throws IOException {
    List<String> problems = new ArrayList<>();
    try (Stream<Path> files = Files.list(site)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        String html = Files.readString(file);
        Matcher matcher = REFERENCE.matcher(html);
        while (matcher.find()) {
          boolean loaded = matcher.group(1).equals("src");
          String problem = problem(file, matcher.group(2), loaded);
          if (!problem.isEmpty()) {
            problems.add(file.getFileName() + ": " + matcher.group(2) + ": " + problem);
          }
        }
      }
    }
    return problems;
  }

  private static String problem(Path page, String reference, boolean loaded) throws IOException {
    if (reference.startsWith("data:")) {
      return "";
    }
    if (reference.matches("^[a-z]+:.*")) {
      return loaded ? "would be loaded from elsewhere" : "";
    }
    int hash = reference.indexOf('#');
    String path = hash < 0 ? reference : reference.substring(0, hash);
    Path target = path.isEmpty() ? page : page.resolveSibling(path);
    if (!Files.isRegularFile(target)) {
      return "there is no such file";
    }
    if (hash >= 0 && !anchors(target).contains(reference.substring(hash + 1))) {
      return "there is no such anchor";
    }
    return "";
  }

  private static Set<String> anchors(Path page) throws IOException {
    Set<String> anchors = new HashSet<>();
    Matcher matcher = ID.matcher(Files.readString(page));
    while (matcher.find()) {
      anchors.add(matcher.group(1));
    }
    return anchors;
  }
}
