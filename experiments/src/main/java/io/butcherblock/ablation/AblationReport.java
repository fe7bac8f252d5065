package io.butcherblock.ablation;

import io.butcherblock.files.WholeFile;
import io.butcherblock.text.TextTable;
import java.nio.file.Path;
import java.util.List;

/** The result of an ablation as tables, documents and pictures. */
public final class AblationReport {

  private static final String NAME = "report";

  /** What {@link #write} writes. */
  static final List<String> FILES =
      List.of(
          ReportPictures.DOTS,
          ReportPictures.CURVES,
          NAME + ".json",
          NAME + ".md",
          NAME + ".tex",
          NAME + ".html");

  private final AblationResult result;

  /** A report on a result. */
  public AblationReport(AblationResult result) {
    this.result = result;
  }

  /** The tables and the conclusion, for a terminal. */
  public String text() {
    ReportTables tables = ReportTables.of(result);
    TextTable comparisons = tables.comparisons();
    return tables.results().toText()
        + result.legend()
        + "\n\n"
        + (result.differences().isEmpty() ? "" : comparisons.toText() + "\n")
        + result.conclusion()
        + "\n";
  }

  /**
   * Writes {@code report.html}, {@code .md}, {@code .tex} and {@code .json}, {@code dots.png} and
   * {@code curves.png} into the folder of the ablation.
   *
   * @return the page {@code report.html}
   */
  public Path write() {
    Path out = result.folder();
    ReportPictures pictures = new ReportPictures(result);
    pictures.write(out);
    WholeFile.writeText(out.resolve(NAME + ".json"), new ReportJson(result).text());
    WholeFile.writeText(out.resolve(NAME + ".md"), new ReportPage(result).markdown());
    WholeFile.writeText(out.resolve(NAME + ".tex"), new ReportPage(result).latex());
    Path page = out.resolve(NAME + ".html");
    new ReportPage(result).html(pictures).write(page);
    return page;
  }
}
