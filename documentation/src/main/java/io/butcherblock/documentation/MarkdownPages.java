package io.butcherblock.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All pages of the repository that people read. */
public final class MarkdownPages {

  /** The one of a new project, which the archetype writes. */
  public static final String OF_NEW_PROJECT =
      "archetype/src/main/resources/archetype-resources/README.md";

  private static final List<String> OUTSIDE_OF_DOCS =
      List.of(
          "README.md",
          "CONTRIBUTING.md",
          "SECURITY.md",
          "CHANGELOG.md",
          "benchmarks/README.md",
          "fuzz/README.md",
          "rehearsal/README.md",
          "bundle/src/folder/README.md",
          OF_NEW_PROJECT);

  private MarkdownPages() {}

  /** Those of the repository in {@code root}; first {@code README.md}, then the others. */
  public static List<MarkdownPage> read(Path root) throws IOException {
    List<String> names = new ArrayList<>();
    for (String name : OUTSIDE_OF_DOCS) {
      if (Files.exists(root.resolve(name))) {
        names.add(name);
      }
    }
    try (Stream<Path> docs = Files.list(root.resolve("docs"))) {
      docs.map(path -> "docs/" + path.getFileName())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .forEach(names::add);
    }
    List<MarkdownPage> pages = new ArrayList<>();
    for (String name : names) {
      pages.add(MarkdownPage.read(root, name));
    }
    return pages;
  }
}
