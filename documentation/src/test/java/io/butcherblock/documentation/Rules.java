package io.butcherblock.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code rules.txt}: how the commands of the pages are run, and what is not run, with the reason.
 */
final class Rules {

  private final Map<String, List<String>> sections = new LinkedHashMap<>();

  private Rules(String text) {
    List<String> section = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.indexOf(']')), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(line.strip());
      }
    }
  }

  static Rules read() throws IOException {
    try (InputStream in = Rules.class.getResourceAsStream("rules.txt")) {
      return new Rules(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** The lines of a section. */
  List<String> lines(String section) {
    return sections.get(section);
  }

  /** The lines {@code key = value} of a section. */
  Map<String, String> entries(String section) {
    Map<String, String> entries = new LinkedHashMap<>();
    for (String line : lines(section)) {
      int at = line.indexOf(" = ");
      entries.put(line.substring(0, at).strip(), line.substring(at + 3).strip());
    }
    return entries;
  }

  /** The key, a regular expression, of the first line of a section that finds itself in a text. */
  Optional<String> matching(String section, String text) {
    return entries(section).keySet().stream()
        .filter(pattern -> java.util.regex.Pattern.compile(pattern).matcher(text).find())
        .findFirst();
  }
}
