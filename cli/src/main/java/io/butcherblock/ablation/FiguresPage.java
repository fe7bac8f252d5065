package io.butcherblock.ablation;

import io.butcherblock.report.HtmlPage;
import java.util.List;

/** The figures as documents. */
record FiguresPage(Figures figures) {

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
  HtmlPage html(FiguresPictures pictures) {
    HtmlPage page = new HtmlPage(TITLE);
    page.paragraph(figures.conclusion());
    page.paragraph(figures.setup());
    page.table(figures.tables().results(), figures.legend());
    page.figure(pictures.dots().picture(), "PSNR of each run, a row for each network", DOTS);
    if (!differences().isEmpty()) {
      page.heading(AGAINST);
      page.table(figures.tables().comparisons(), TEST);
    }
    page.heading("While training");
    page.figure(pictures.curves().picture(), "A curve for each network against steps", curves());
    return page;
  }

  /** The page for places that show Markdown; the pictures are in the same folder. */
  String markdown() {
    StringBuilder text = new StringBuilder("# " + TITLE + "\n\n");
    paragraph(text, figures.conclusion());
    paragraph(text, figures.setup());
    paragraph(text, figures.tables().results().toMarkdown().stripTrailing());
    paragraph(text, figures.legend());
    paragraph(text, "![PSNR of each run](" + FiguresPictures.DOTS + ")");
    paragraph(text, DOTS);
    if (!differences().isEmpty()) {
      paragraph(text, "## " + AGAINST);
      paragraph(text, figures.tables().comparisons().toMarkdown().stripTrailing());
      paragraph(text, TEST);
    }
    paragraph(text, "## While training");
    paragraph(text, "![While training](" + FiguresPictures.CURVES + ")");
    paragraph(text, curves());
    return text.toString().stripTrailing() + "\n";
  }

  private List<Difference> differences() {
    return figures.ranking().differences();
  }

  private String curves() {
    return figures.images().validation().size() > 0 ? CURVES : LOSSES;
  }

  private static void paragraph(StringBuilder text, String paragraph) {
    text.append(paragraph).append("\n\n");
  }
}
