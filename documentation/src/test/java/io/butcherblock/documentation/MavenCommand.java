package io.butcherblock.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a page gives to Maven: its profiles, modules and plugins must be there. */
record MavenCommand(String place, List<String> words) {

  private static final Set<String> SWITCHES = Set.of("-q", "-B", "-o", "-am", "-ntp");
  private static final Set<String> PHASES =
      Set.of("clean", "compile", "test", "package", "verify", "install", "deploy");

  /** The value of {@code -Dname=value}. */
  Optional<String> property(String name) {
    return words.stream()
        .filter(word -> word.startsWith("-D" + name + "="))
        .map(word -> word.substring(name.length() + 3))
        .findFirst();
  }

  /** Sentences on what is not there. */
  List<String> problems(Path root) throws IOException {
    List<String> problems = new ArrayList<>();
    String pom = Files.readString(root.resolve("pom.xml"));
    for (int i = 1; i < words.size(); i++) {
      String word = words.get(i);
      if (SWITCHES.contains(word) || PHASES.contains(word) || word.startsWith("-D")) {
        continue;
      }
      if (word.equals("-pl")) {
        i++;
        for (String module : words.get(i).split(",", -1)) {
          check(Files.exists(root.resolve(module).resolve("pom.xml")), module, problems);
        }
      } else if (word.startsWith("-P")) {
        if (word.equals("-P")) {
          i++;
        }
        for (String profile : words.get(i).replaceFirst("^-P", "").split(",", -1)) {
          check(isProfile(root, profile), "profile " + profile, problems);
        }
      } else {
        check(isGoal(root, pom, word), word, problems);
      }
    }
    return problems;
  }

  /** Of the root, or of one of its modules. */
  private static boolean isProfile(Path root, String profile) throws IOException {
    try (Stream<Path> poms = Files.find(root, 2, (path, facts) -> path.endsWith("pom.xml"))) {
      for (Path pom : poms.toList()) {
        if (Files.readString(pom).contains("<id>" + profile + "</id>")) {
          return true;
        }
      }
      return false;
    }
  }

  /** {@code prefix:goal}, or a plugin with its version. */
  private static boolean isGoal(Path root, String pom, String word) throws IOException {
    String[] parts = word.split(":", -1);
    if (parts.length == 2) {
      String poms = pom + Files.readString(root.resolve("project-parent/pom.xml"));
      return poms.contains("<artifactId>" + parts[0] + "-maven-plugin</artifactId>");
    }
    return parts.length == 4 && parts[2].matches("\\d+(\\.\\d+)+");
  }

  private void check(boolean there, String what, List<String> problems) {
    if (!there) {
      problems.add(place + ": " + String.join(" ", words) + ": there is no " + what);
    }
  }
}
