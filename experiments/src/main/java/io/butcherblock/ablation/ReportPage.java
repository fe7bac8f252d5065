package io.butcherblock.ablation;

import io.butcherblock.error.MarkdownText;
import io.butcherblock.error.PlainText;
import io.butcherblock.pages.HtmlPage;
import io.butcherblock.pages.SchemeCards;
import io.butcherblock.schemes.SchemeCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The result as documents. */
record ReportPage(AblationResult result) {

  private static final String TITLE = "Schemes at equal compute";
  private static final String AGAINST = "The best against the others";
  private static final String DOTS =
      "A dot is a run with one seed; the stroke is their mean, and the bar reaches one standard"
          + " deviation to each side.";
  private static final String CURVES =
      "Means over seeds while training, on images that are neither trained nor tested on.";
  private static final String LOSSES = "Means over seeds of the training loss.";
  private static final String TEST =
      "Student's t-test of pairs, two-sided: a pair is two runs with one seed. Holm's correction"
          + " for all rows; more than noise is an adjusted p below 5 %.";

  /** One file with the pictures in it. */
  HtmlPage html(ReportPictures pictures) {
    HtmlPage page = new HtmlPage(TITLE);
    page.subtitle(result.conclusion());
    page.paragraph(result.setup());
    page.table(ReportTables.of(result).results(), result.legend());
    page.dots(pictures.dots(), DOTS);
    if (!differences().isEmpty()) {
      page.heading(AGAINST);
      page.table(ReportTables.of(result).comparisons(), TEST);
    }
    page.heading("While training");
    page.curves(pictures.curves(), curves());
    page.heading("The schemes");
    return page.schemes(schemes());
  }

  /** Each scheme once, in the order of the ranking, the diverged ones last. */
  private List<SchemeCard> schemes() {
    Map<String, SchemeCard> cards = new LinkedHashMap<>();
    Stream.concat(
            result.scores().stream().map(CandidateScores::candidate),
            result.diverged().stream().map(Diverged::candidate))
        .map(Candidate::spec)
        .forEach(
            spec -> {
              String name = spec.scheme().facts().name();
              cards.putIfAbsent(name, SchemeCards.of(name, spec));
            });
    return List.copyOf(cards.values());
  }

  /** The page for places that show Markdown; the pictures are in the same folder. */
  String markdown() {
    StringBuilder text = new StringBuilder("# " + TITLE + "\n\n");
    // Names of folders may hold anything.
    paragraph(text, MarkdownText.of(result.conclusion()));
    paragraph(text, MarkdownText.of(result.setup()));
    paragraph(text, ReportTables.of(result).results().toMarkdown().stripTrailing());
    paragraph(text, result.legend());
    paragraph(text, "![PSNR of each run](" + ReportPictures.DOTS + ")");
    paragraph(text, DOTS);
    if (!differences().isEmpty()) {
      paragraph(text, "## " + AGAINST);
      paragraph(text, ReportTables.of(result).comparisons().toMarkdown().stripTrailing());
      paragraph(text, TEST);
    }
    paragraph(text, "## While training");
    paragraph(text, "![While training](" + ReportPictures.CURVES + ")");
    paragraph(text, curves());
    return text.toString().stripTrailing() + "\n";
  }

  /** The tables for a paper, with what is to be known of them as comments. */
  String latex() {
    StringBuilder text = new StringBuilder();
    comment(text, result.conclusion());
    comment(text, result.setup());
    comment(text, "\\usepackage{booktabs}");
    text.append(ReportTables.of(result).results().toLatex());
    comment(text, result.legend());
    if (!differences().isEmpty()) {
      text.append('\n').append(ReportTables.of(result).comparisons().toLatex());
      comment(text, AGAINST + ": " + TEST);
    }
    return text.toString();
  }

  /** In one line, since names of folders may hold anything. */
  private static void comment(StringBuilder text, String comment) {
    text.append("% ").append(PlainText.of(comment)).append('\n');
  }

  private List<Difference> differences() {
    return result.differences();
  }

  private String curves() {
    return result.images().validation().size() > 0 ? CURVES : LOSSES;
  }

  private static void paragraph(StringBuilder text, String paragraph) {
    text.append(paragraph).append("\n\n");
  }
}
