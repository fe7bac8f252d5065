package io.butcherblock.pages;

import io.butcherblock.charts.CurveHtml;
import io.butcherblock.charts.CurvePlot;
import io.butcherblock.charts.DotHtml;
import io.butcherblock.charts.DotPlot;
import io.butcherblock.files.WholeFile;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.ComparisonHtml;
import io.butcherblock.pictures.Picture;
import io.butcherblock.schemes.SchemeCard;
import io.butcherblock.schemes.SchemesHtml;
import io.butcherblock.text.Html;
import io.butcherblock.text.TableHtml;
import io.butcherblock.text.TextTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page in one file: pictures, style and script are inside it, and nothing is fetched. All text is
 * escaped. The page can be read without its script; with it, tables are sorted by their headings,
 * values of curves are read off, and pictures are compared.
 *
 * <pre>{@code
 * new HtmlPage("Results")
 *     .table(new TextTable("image", "PSNR (dB)").row("baby", "38.49"), "Set5, x2")
 *     .write(Path.of("results.html"));
 * }</pre>
 *
 * <p>A content security policy names the page's own style and script by their digests, so that a
 * browser runs nothing else.
 */
public final class HtmlPage {

  private static final String SCRIPT =
      Stream.of("table.js", "chart.js", "compare.js")
          .map(name -> "{\n" + resource(name) + "}\n")
          .collect(Collectors.joining());

  private final String title;
  private final StringBuilder body = new StringBuilder();
  private final StringBuilder style = new StringBuilder(resource("page.css"));
  private String subtitle = "";
  private int comparisons;
  private int schemesShown;

  /**
   * An empty page.
   *
   * @param title its title and first heading
   */
  public HtmlPage(String title) {
    this.title = title;
  }

  /** Sets the sentences below the title, which say what the page is about. */
  public HtmlPage subtitle(String text) {
    subtitle = text;
    return this;
  }

  /** Adds a heading below the title. */
  public HtmlPage heading(String text) {
    return add("<h2>" + Html.escape(text) + "</h2>\n");
  }

  /** Adds a paragraph. */
  public HtmlPage paragraph(String text) {
    return add("<p>" + Html.escape(text) + "</p>\n");
  }

  /** Adds text as it stands, such as a command or a block program. */
  public HtmlPage preformatted(String text) {
    return add("<pre tabindex=\"0\"><code>" + Html.escape(text) + "</code></pre>\n");
  }

  /**
   * Adds the figures that matter most, large, each with its name.
   *
   * @param figures the figure as text by its name, such as {@code 37.48 dB} by {@code PSNR}; in the
   *     order of the map
   */
  public HtmlPage figures(Map<String, String> figures) {
    return add("<dl class=\"figures\">\n")
        .add(
            new LinkedHashMap<>(figures)
                .entrySet().stream()
                    .map(
                        each ->
                            "<div><dt>%s</dt><dd>%s</dd></div>\n"
                                .formatted(
                                    Html.escape(each.getKey()), Html.escape(each.getValue())))
                    .collect(Collectors.joining()))
        .add("</dl>\n");
  }

  /**
   * Adds a table, whose headings sort it.
   *
   * @param caption what stands under it; may be empty
   */
  public HtmlPage table(TextTable table, String caption) {
    return add("<figure>\n" + new TableHtml(table).sortable() + Html.caption(caption))
        .add("</figure>\n");
  }

  /** Adds a list of names and what each is, in the order of the map. */
  public HtmlPage list(Map<String, String> entries) {
    TextTable table = new TextTable("", "");
    entries.forEach(table::row);
    return add("<figure>\n" + new TableHtml(table).list() + "</figure>\n");
  }

  /**
   * Adds a picture, shown at half its size at most.
   *
   * @param alternative what it shows, for people who cannot see it
   * @param caption what stands under it; may be empty
   */
  public HtmlPage figure(Picture picture, String alternative, String caption) {
    return add("<figure>\n")
        .add(
            "<img src=\"%s\" width=\"%s\" height=\"%s\" alt=\"%s\">\n"
                .formatted(
                    picture.dataUri(),
                    picture.width() / 2,
                    picture.height() / 2,
                    Html.escape(alternative)))
        .add(Html.caption(caption) + "</figure>\n");
  }

  /**
   * Adds curves whose values can be read off, and stand in a table too.
   *
   * @param caption what stands under them; may be empty
   */
  public HtmlPage curves(CurvePlot plot, String caption) {
    return add(new CurveHtml(plot, caption).html());
  }

  /**
   * Adds rows of dots.
   *
   * @param caption what stands under them; may be empty
   */
  public HtmlPage dots(DotPlot plot, String caption) {
    return add(new DotHtml(plot, caption).html());
  }

  /**
   * Adds schemes side by side: their regions of absolute stability, to one scale where that shows
   * all of them, their blocks as diagrams, and their declarations.
   *
   * @param schemes at least one
   */
  public HtmlPage schemes(List<SchemeCard> schemes) {
    schemesShown++;
    return add(new SchemesHtml(schemes, "region" + schemesShown).html());
  }

  /**
   * Adds pictures to compare.
   *
   * @throws IllegalArgumentException if there is no version to show
   */
  public HtmlPage comparison(Comparison comparison) {
    ComparisonHtml html = new ComparisonHtml("compare" + (comparisons + 1), comparison);
    comparisons++;
    style.append(html.style());
    return add(html.html());
  }

  private HtmlPage add(String html) {
    body.append(html);
    return this;
  }

  /** The page as text. */
  public String html() {
    String head =
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="generator" content="butcherblock">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'">
        <title>%s</title>
        """
            .formatted(digest(style.toString()), digest(SCRIPT), Html.escape(title));
    String header =
        subtitle.isEmpty() ? "" : "<p>" + Html.escape(subtitle).replace("\n", "<br>") + "</p>\n";
    return head
        + ("<style>" + style + "</style>\n</head>\n<body>\n<header>\n")
        + ("<h1>" + Html.escape(title) + "</h1>\n" + header + "</header>\n")
        + ("<main>\n" + body + "</main>\n")
        + ("<script>" + SCRIPT + "</script>\n</body>\n</html>\n");
  }

  /**
   * Writes the page.
   *
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    WholeFile.writeText(file, html());
  }

  /** The source of a content security policy that allows just this text. */
  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("The archive of this program is damaged.", e);
    }
  }
}
