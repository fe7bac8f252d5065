package io.butcherblock.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of pages at the side.
 *
 * @param groups the pages of each group: file and title
 */
record Navigation(Map<String, List<Entry>> groups) {

  /** The group of what is looked up, which also has the pages that are generated. */
  private static final String REFERENCE = "Look up";

  /** A page in the list. */
  record Entry(String page, String file, String title) {}

  /** The list of {@code navigation.txt}. */
  static Navigation read(Addresses addresses) throws IOException {
    Map<String, List<Entry>> groups = new LinkedHashMap<>();
    List<Entry> group = new ArrayList<>();
    try (InputStream in = Navigation.class.getResourceAsStream("navigation.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("[")) {
          group = new ArrayList<>();
          groups.put(line.substring(1, line.indexOf(']')), group);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String page = line.substring(0, line.indexOf(' '));
          group.add(new Entry(page, addresses.file(page), line.substring(page.length() + 1)));
        }
      }
    }
    return new Navigation(groups);
  }

  /** With a page that is not one of the repository. */
  void addReference(String file, String title) {
    groups.get(REFERENCE).add(0, new Entry("", file, title));
  }

  /** The pages of the repository in it. */
  List<String> pages() {
    return groups.values().stream()
        .flatMap(List::stream)
        .map(Entry::page)
        .filter(page -> !page.isEmpty())
        .toList();
  }

  /** What the files in it are called. */
  Map<String, String> titles() {
    Map<String, String> titles = new HashMap<>();
    groups.values().forEach(all -> all.forEach(e -> titles.put(e.file(), e.title())));
    return titles;
  }

  /** As HTML, in which {@code file} is the page that is shown. */
  String html(String file) {
    StringBuilder html = new StringBuilder();
    groups.forEach(
        (title, entries) -> {
          html.append("<p class=\"group\">" + title + "</p>\n<ul>\n");
          for (Entry entry : entries) {
            html.append("<li><a href=\"" + entry.file() + "\"" + current(entry.file(), file) + ">");
            html.append(Html.escaped(entry.title())).append("</a></li>\n");
          }
          html.append("</ul>\n");
        });
    return html.toString();
  }

  /** The page that is shown, or the list that it belongs to. */
  private static String current(String entry, String file) {
    if (entry.equals(file)) {
      return " aria-current=\"page\"";
    }
    boolean above = file.startsWith(entry.replaceFirst("\\.html$", "-"));
    return above ? " aria-current=\"true\"" : "";
  }
}
