package io.butcherblock.documentation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the site of the pages, the command line's description and the Javadoc. */
public final class Site {

  private static final String JAVADOC = "javadoc";

  private final Path root;
  private final Path folder;
  private final Addresses addresses = new Addresses();

  private Site(Path root, Path folder) {
    this.root = root;
    this.folder = folder;
  }

  /** Arguments: the root of the repository, the folder to write, and the version. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[1]).toAbsolutePath().normalize();
    delete(folder);
    List<String> problems =
        new Site(Path.of(args[0]), folder).write(args[2], System.getProperty("java.class.path"));
    problems.forEach(System.err::println);
    if (!problems.isEmpty()) {
      System.exit(1);
    }
    System.out.println("Site: " + folder.resolve("index.html"));
  }

  /** Writes a site; what is wrong with it, in sentences. Without Javadoc if there is no path. */
  static List<String> write(Path root, Path folder, String version, String classPath)
      throws IOException {
    return new Site(root, folder).write(version, classPath);
  }

  private List<String> write(String version, String classPath) throws IOException {
    Files.createDirectories(folder);
    Navigation navigation = Navigation.read(addresses);
    List<String> problems = new ArrayList<>(missing(navigation));
    Map<String, String> types = Map.of();
    navigation.addReference(CommandHtml.file(Commands.program()), "Commands");
    if (!classPath.isEmpty()) {
      Javadoc.write(root, folder.resolve(JAVADOC), classPath);
      types = Javadoc.types(folder, folder.resolve(JAVADOC));
      navigation.addReference(JAVADOC + "/index.html", "Javadoc");
    }
    List<SitePage> pages = pages(navigation, types);
    Layout layout = new Layout(navigation, version);
    for (SitePage page : pages) {
      Files.writeString(folder.resolve(page.file()), layout.html(page));
    }
    Files.writeString(folder.resolve("search-index.js"), SearchIndex.script(pages));
    Files.writeString(folder.resolve("site.css"), Palette.ofServe() + resource("site.css"));
    Files.writeString(folder.resolve("site.js"), resource("site.js"));
    copyPictures();
    problems.addAll(LinkCheck.problems(folder));
    return problems;
  }

  private List<SitePage> pages(Navigation navigation, Map<String, String> types)
      throws IOException {
    List<CommandText> commands = Commands.all();
    CodeTargets targets = new CodeTargets(types, commands);
    MarkdownHtml markdown = new MarkdownHtml(addresses, navigation.titles(), targets);
    List<SitePage> pages = new ArrayList<>();
    pages.add(markdown.page(MarkdownPage.read(root, "README.md")));
    for (String name : navigation.pages()) {
      pages.add(markdown.page(MarkdownPage.read(root, name)));
    }
    CommandHtml html = new CommandHtml(commands);
    pages.add(html.program(Commands.program()));
    commands.forEach(command -> pages.add(html.command(command)));
    return pages;
  }

  /** Pages that are in no list, or that are not there. */
  private List<String> missing(Navigation navigation) throws IOException {
    Set<String> there = new HashSet<>();
    MarkdownPages.read(root).forEach(page -> there.add(page.name()));
    there.removeAll(
        Set.of("README.md", "bundle/src/folder/README.md", MarkdownPages.OF_NEW_PROJECT));
    there.removeAll(navigation.pages());
    return there.stream().map(page -> page + " is not in navigation.txt").sorted().toList();
  }

  private void copyPictures() throws IOException {
    Path pictures = Files.createDirectories(folder.resolve("pictures"));
    try (Stream<Path> files = Files.list(root.resolve("docs/pictures"))) {
      for (Path file : files.toList()) {
        Files.copy(file, pictures.resolve(file.getFileName().toString()));
      }
    }
  }

  static String resource(String name) throws IOException {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
