package io.butcherblock.quickstart;

import io.butcherblock.data.BicubicResize;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.Image;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.report.Comparison;
import io.butcherblock.report.CurvePlot;
import io.butcherblock.report.EvaluationTable;
import io.butcherblock.report.HtmlPage;
import io.butcherblock.report.LearningCurves;
import io.butcherblock.report.Picture;
import io.butcherblock.report.TextTable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The outcomes as a table, curves, and pictures to compare, in one self-contained page. */
final class ReportPage {

  private static final int COMPARED_IMAGES = 3;

  private final List<CandidateResult> outcomes;
  private final List<ImagePair> test;
  private final Precision precision;
  private final BiFunction<String, Path, String> useOfWeights;

  ReportPage(
      List<CandidateResult> outcomes,
      List<ImagePair> test,
      Precision precision,
      BiFunction<String, Path, String> useOfWeights) {
    this.precision = precision;
    this.useOfWeights = useOfWeights;
    this.outcomes = outcomes;
    this.test = test;
  }

  /** Writes the page and the curves into a folder; returns the page. */
  Path write(Path folder) {
    CurvePlot curves = curves();
    curves.write(folder.resolve("curves.png"));
    HtmlPage page = new HtmlPage("Butcherblock quickstart");
    page.paragraph(
        "Four ODE schemes, each compiled into a network that doubles an image's width and height."
            + " All evaluate the same vector field equally often and saw the same patches of"
            + " synthetic images in the same number of steps; the figures are of "
            + test.size()
            + " images that none was trained on.");
    page.table(
        table(),
        "PSNR and SSIM are means over the test images: "
            + protocol()
            + "; gain is over bicubic. MACs are multiply-accumulates for an output of 1280x720,"
            + " time is that of training, in precision "
            + precision
            + ".");
    page.heading("Validation while training");
    page.figure(
        curves.picture(),
        "Validation PSNR of the four networks against training time",
        "PSNR on the test images while the networks were trained.");
    page.heading("Before and after");
    for (int i = 0; i < Math.min(COMPARED_IMAGES, test.size()); i++) {
      page.comparison(comparison(i));
    }
    page.heading("The schemes as they are declared");
    for (CandidateResult outcome : outcomes) {
      SchemeFacts facts = outcome.candidate().spec().scheme().facts();
      page.paragraph(
          "%s: %s of proved order %d. %s"
              .formatted(
                  outcome.candidate().title(), facts.family(), facts.order(), facts.description()));
      page.preformatted(facts.text());
    }
    page.heading("Use the trained weights");
    CandidateResult best = best();
    page.preformatted(useOfWeights.apply(best.candidate().spec().name(), best.weights()));
    Path file = folder.resolve("report.html");
    page.write(file);
    return file;
  }

  /** The table of the page, for the terminal, with the protocol. */
  String text() {
    return table().toText() + "PSNR and SSIM: " + protocol() + "\n";
  }

  private String protocol() {
    Evaluation any = outcomes.get(0).evaluation();
    return any.protocol().named(any.scale()) + "; " + Protocol.GREY_STACKED;
  }

  private TextTable table() {
    TextTable table =
        new TextTable(
            "scheme",
            "order",
            "blocks",
            "parameters",
            "MACs (G)",
            "steps",
            "time (s)",
            "PSNR (dB)",
            "SSIM",
            "gain (dB)");
    PsnrSsim bicubic = outcomes.get(0).evaluation().bicubicMean();
    for (CandidateResult outcome : outcomes) {
      NetworkSpec spec = outcome.candidate().spec();
      NetworkSize size = NetworkSize.of(spec, Quickstart.SCALE);
      PsnrSsim mean = outcome.evaluation().mean();
      table.row(
          outcome.candidate().title(),
          String.valueOf(spec.scheme().facts().order()),
          outcome.candidate().shape(),
          String.format(Locale.ROOT, "%,d", size.parameters()),
          decimals(1, size.macs() / 1e9),
          String.valueOf(outcome.end().step()),
          decimals(0, outcome.end().seconds()),
          EvaluationTable.psnr(mean),
          EvaluationTable.ssim(mean),
          decimals(2, mean.psnr() - bicubic.psnr()));
    }
    table
        .summary()
        .row(
            "bicubic",
            "-",
            "-",
            "-",
            "-",
            "-",
            "-",
            EvaluationTable.psnr(bicubic),
            EvaluationTable.ssim(bicubic),
            "-");
    return table;
  }

  private CurvePlot curves() {
    return LearningCurves.psnr(
            "Validation PSNR of four schemes at x" + Quickstart.SCALE,
            outcomes.stream().map(CandidateResult::curves).toList())
        .level("bicubic", outcomes.get(0).evaluation().bicubicMean().psnr());
  }

  private Comparison comparison(int index) {
    DecodedPair pair = test.get(index).load();
    Comparison comparison = new Comparison("Test image " + (index + 1));
    EvaluatedImage figures = best().evaluation().images().get(index);
    comparison.version(
        "bicubic",
        note(figures.bicubic()),
        picture(BicubicResize.upscale(pair.lr(), Quickstart.SCALE)));
    List<CandidateResult> bestFirst =
        outcomes.stream().sorted(Comparator.comparing(ReportPage::psnr).reversed()).toList();
    for (CandidateResult outcome : bestFirst) {
      comparison.version(
          outcome.candidate().title(),
          note(outcome.evaluation().images().get(index).network()),
          picture(outcome.upscaled().get(index)));
    }
    return comparison.version("original", "", picture(pair.hr()));
  }

  private CandidateResult best() {
    return outcomes.stream().max(Comparator.comparing(ReportPage::psnr)).orElseThrow();
  }

  private static double psnr(CandidateResult outcome) {
    return outcome.evaluation().mean().psnr();
  }

  private static String note(PsnrSsim quality) {
    return decimals(2, quality.psnr()) + " dB";
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }

  private static Picture picture(Image image) {
    return Picture.of(image.width(), image.height(), image.channels(), image.samples());
  }
}
