package io.butcherblock.ablation;

import io.butcherblock.results.EvaluationTable;
import io.butcherblock.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The figures as tables. */
record ReportTables(Ranking ranking, Images images) {

  private static final String FORMAT = "%.3f (%.3f)";

  static ReportTables of(AblationResult result) {
    return new ReportTables(result.ranking(), result.images());
  }

  private List<TestSet> tests() {
    return images.tests();
  }

  /** The best first, then those that diverged, bicubic below. */
  TextTable results() {
    Candidate any = ranking.best().candidate();
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(any.head());
    tests().forEach(set -> head.addAll(List.of(set.name() + " PSNR", set.name() + " SSIM")));
    if (tests().size() > 1) {
      head.add("mean PSNR");
    }
    head.addAll(List.of("L1", "training (s)"));
    TextTable table =
        new TextTable(head.toArray(String[]::new))
            .keys(Stream.concat(Stream.of(""), any.keys().stream()).toArray(String[]::new));
    for (CandidateScores scores : ranking.scores()) {
      table.row(row(scores).toArray(String[]::new));
    }
    for (Diverged each : ranking.diverged()) {
      table.row(row(each).toArray(String[]::new));
    }
    return table.summary().row(bicubic().toArray(String[]::new));
  }

  private List<String> row(CandidateScores scores) {
    Candidate candidate = scores.candidate();
    List<String> row = new ArrayList<>();
    row.add(String.valueOf(ranking.scores().indexOf(scores) + 1));
    row.addAll(candidate.cells());
    for (int i = 0; i < tests().size(); i++) {
      row.add(text(FORMAT, scores.psnr(i)));
      row.add(text("%.4f (%.4f)", scores.ssim(i)));
    }
    if (tests().size() > 1) {
      row.add(text(FORMAT, scores.score()));
    }
    row.add(text(FORMAT, scores.loss()));
    row.add(String.format(Locale.ROOT, "%.1f", scores.seconds().mean()));
    return row;
  }

  private List<String> row(Diverged each) {
    List<String> row = new ArrayList<>(List.of("-"));
    row.addAll(each.candidate().cells());
    tests().forEach(set -> row.addAll(List.of("diverged", "-")));
    if (tests().size() > 1) {
      row.add("-");
    }
    row.addAll(List.of("-", "-"));
    return row;
  }

  private List<String> bicubic() {
    List<String> row = new ArrayList<>(List.of("-", "bicubic", "-", "-", "-", "-", "-"));
    for (TestSet set : tests()) {
      row.add(EvaluationTable.psnr(set.bicubic().psnr(), 3));
      row.add(String.format(Locale.ROOT, "%.4f", set.bicubic().ssim()));
    }
    if (tests().size() > 1) {
      row.add(EvaluationTable.psnr(images.bicubic().psnr(), 3));
    }
    row.addAll(List.of("-", "-"));
    return row;
  }

  /** The best against each other network; without a row if there are too few seeds to tell. */
  TextTable comparisons() {
    TextTable table =
        new TextTable(
                "best", "against", "lead (dB)", "sd (dB)", "t", "p", "p (Holm)", "more than noise")
            .keys("best", "against");
    for (Difference each : ranking.differences()) {
      Stream<String> figures =
          Stream.of(
                  each.test().difference().mean(),
                  each.test().difference().deviation(),
                  each.test().t())
              .map(ReportTables::decimals);
      Stream<String> chances = Stream.of(each.test().p(), each.adjusted()).map(ReportTables::p);
      table.row(
          Stream.of(
                  Stream.of(ranking.best().candidate().title(), each.other().title()),
                  figures,
                  chances,
                  Stream.of(each.isReal() ? "yes" : "cannot be told"))
              .flatMap(cells -> cells)
              .toArray(String[]::new));
    }
    return table;
  }

  /** No p is 0. */
  private static String p(double p) {
    return p < 0.001 ? "<0.001" : decimals(p);
  }

  private static String decimals(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "inf";
  }

  /** A mean with its standard deviation in brackets. */
  private static String text(String format, Spread spread) {
    return String.format(Locale.ROOT, format, spread.mean(), spread.deviation())
        .replace("(NaN)", "(-)")
        .replace("Infinity", "inf");
  }
}
