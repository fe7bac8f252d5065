package io.butcherblock.documentation;

import java.util.regex.Pattern;

/** What every page of the site has around its content. */
final class Layout {

  /** Headings deeper than this are not listed beside a page. */
  private static final int DEEPEST = 2;

  /** What javac and our commands begin a message with, or the tag alone. */
  private static final Pattern MESSAGE =
      Pattern.compile(
          "^((\\S+:\\d+: )?(error|warning|butcherblock): |\\[[A-Z]\\w+\\] )", Pattern.MULTILINE);

  private final Navigation navigation;
  private final String version;

  Layout(Navigation navigation, String version) {
    this.navigation = navigation;
    this.version = version;
  }

  /**
   * A block of code that can be scrolled by keyboard; messages are sentences, which are wrapped
   * rather than cut at the edge of the block.
   */
  static String code(String language, String text) {
    boolean isOutput = language.isEmpty();
    boolean isMessage = isOutput && MESSAGE.matcher(text).find();
    return (isMessage ? "<pre class=\"message\"" : "<pre")
        + " tabindex=\"0\" role=\"group\" aria-label=\""
        + (isOutput ? "Output" : "Code")
        + "\"><code>"
        + SyntaxColors.html(language, text)
        + "</code></pre>\n";
  }

  /** The file of a page. */
  String html(SitePage page) {
    String home = page.file().equals("index.html") ? " aria-current=\"page\"" : "";
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="site.css">
    <script src="site.js" defer></script>
    </head>
    <body>
    <a class="skip" href="#content">Skip to the content</a>
    <header>
    <a class="brand" href="index.html"%s>Butcherblock</a>
    <span class="version">%s</span>
    <form role="search" id="search" hidden>
    <input type="search" id="words" placeholder="Search" aria-label="Search the pages" autocomplete="off" aria-controls="found">
    <div id="found" role="region" aria-label="Found" hidden></div>
    </form>
    </header>
    <div class="columns">
    <nav aria-label="Pages"><details id="pages" open><summary>All pages</summary>
    %s</details></nav>
    <main id="content" tabindex="-1">
    %s</main>
    %s</div>
    </body>
    </html>
    """
        .formatted(
            Html.escaped(
                page.file().equals("index.html") ? page.title() : page.title() + " - Butcherblock"),
            home,
            Html.escaped(version),
            navigation.html(page.file()),
            page.body(),
            contents(page));
  }

  private static String contents(SitePage page) {
    StringBuilder list = new StringBuilder();
    for (SitePage.Part part : page.sections()) {
      if (part.level() == DEEPEST) {
        list.append("<li><a href=\"#" + part.anchor() + "\">");
        list.append(Html.escaped(part.title())).append("</a></li>\n");
      }
    }
    return list.isEmpty()
        ? ""
        : "<nav class=\"contents\" aria-label=\"On this page\"><p class=\"group\">On this"
            + " page</p>\n"
            + "<ul>\n"
            + list
            + "</ul></nav>\n";
  }
}
