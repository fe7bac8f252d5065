package io.butcherblock.report;

import io.butcherblock.files.WholeFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A page in one file: pictures, style and script are inside it, and nothing is fetched. All text is
 * escaped.
 */
public final class HtmlPage {

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private int comparisons;

  public HtmlPage(String title) {
    this.title = title;
  }

  /** Adds a heading below the title. */
  public HtmlPage heading(String text) {
    body.append("<h2>").append(Html.escape(text)).append("</h2>\n");
    return this;
  }

  /** Adds a paragraph. */
  public HtmlPage paragraph(String text) {
    body.append("<p>").append(Html.escape(text)).append("</p>\n");
    return this;
  }

  /** Adds text as it stands, such as a command or a block program. */
  public HtmlPage preformatted(String text) {
    body.append("<pre><code>").append(Html.escape(text)).append("</code></pre>\n");
    return this;
  }

  /** Adds a table; the caption may be empty. */
  public HtmlPage table(TextTable table, String caption) {
    body.append("<figure class=\"wide\">\n").append(table.toHtml());
    return caption(caption);
  }

  /**
   * Adds a picture, shown at half its size at most.
   *
   * @param alternative what it shows, for people who cannot see it
   * @param caption what stands under it; may be empty
   */
  public HtmlPage figure(Picture picture, String alternative, String caption) {
    body.append("<figure>\n");
    body.append(
        "<img src=\"%s\" width=\"%d\" height=\"%d\" alt=\"%s\">\n"
            .formatted(
                Html.dataUri(picture),
                picture.width() / 2,
                picture.height() / 2,
                Html.escape(alternative)));
    return caption(caption);
  }

  private HtmlPage caption(String caption) {
    if (!caption.isEmpty()) {
      body.append("<figcaption>").append(Html.escape(caption)).append("</figcaption>\n");
    }
    body.append("</figure>\n");
    return this;
  }

  /**
   * Adds pictures to compare.
   *
   * @throws IllegalArgumentException if there is no version to show
   */
  public HtmlPage comparison(Comparison comparison) {
    if (comparison.versions().isEmpty()) {
      throw new IllegalArgumentException(comparison.title() + " has no versions.");
    }
    comparisons++;
    body.append(new ComparisonHtml("compare" + comparisons, comparison).html());
    return this;
  }

  /** The page as text. */
  public String html() {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="generator" content="butcherblock">
    <title>%s</title>
    <style>
    %s</style>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    %s</main>
    <script>
    %s</script>
    </body>
    </html>
    """
        .formatted(Html.escape(title), resource("page.css"), Html.escape(title), body, script());
  }

  private String script() {
    return comparisons == 0 ? "" : resource("page.js");
  }

  /**
   * Writes the page.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    WholeFile.writeText(file, html());
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The archive of this program is damaged.", e);
    }
  }
}
