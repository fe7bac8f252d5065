package io.butcherblock.ablation;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ColorSpace;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.pages.ErrorMaps;
import io.butcherblock.pages.HtmlPage;
import io.butcherblock.pages.SchemeCards;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.Detail;
import io.butcherblock.pictures.Picture;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.results.LearningCurves;
import io.butcherblock.text.Paragraphs;
import io.butcherblock.text.TextTable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The results of a quickstart as a table, curves, and pictures to compare, in one self-contained
 * page.
 */
final class QuickstartPage {

  private static final int COMPARED_IMAGES = 3;
  private static final long FEWEST_STEPS_TO_COMPARE = 300;

  private static final String ORDER =
      "Order is the scheme's in a chain of blocks, as the network is; 0: not consistent.";

  private final List<QuickstartResult> results;
  private final List<ImagePair> test;
  private final Precision precision;
  private final BiFunction<String, Path, String> useOfWeights;

  QuickstartPage(
      List<QuickstartResult> results,
      List<ImagePair> test,
      Precision precision,
      BiFunction<String, Path, String> useOfWeights) {
    this.precision = precision;
    this.useOfWeights = useOfWeights;
    this.results = results;
    this.test = test;
  }

  /** Writes the page and the curves into a folder; returns the page. */
  Path write(Path folder) {
    CurvePlot curves = curves();
    curves.write(curves(folder));
    HtmlPage page = new HtmlPage("Four ODE schemes compared");
    page.subtitle(
        "Each is compiled into a network that doubles an image's width and height. All evaluate"
            + " the same vector field equally often and saw the same patches of synthetic images in"
            + " the same number of steps, "
            + steps()
            + "; the figures are of "
            + test.size()
            + " images that none was trained on.");
    page.table(
        table(),
        "PSNR and SSIM are means over the test images: "
            + protocol()
            + "; PSNR is in dB, and so is gain, over bicubic. "
            + ORDER
            + " MACs are multiply-accumulates for an output of 1280x720,"
            + " time is that of training in s, in precision "
            + precision
            + ".");
    caution().ifPresent(why -> page.paragraph(why + "."));
    page.heading("Validation while training");
    page.curves(curves, "PSNR on the test images while the networks were trained.");
    page.heading("Before and after");
    for (int i = 0; i < Math.min(COMPARED_IMAGES, test.size()); i++) {
      page.comparison(comparison(i));
    }
    page.heading("The schemes");
    page.schemes(
        results.stream()
            .map(result -> SchemeCards.of(result.candidate().title(), result.candidate().spec()))
            .toList());
    page.heading("Use the trained weights");
    QuickstartResult best = best();
    page.preformatted(useOfWeights.apply(best.candidate().spec().name(), best.weights()));
    Path file = file(folder);
    page.write(file);
    return file;
  }

  /** Why the figures say little, without a full stop; empty if they say something. */
  Optional<String> caution() {
    long steps = steps();
    return steps < FEWEST_STEPS_TO_COMPARE
        ? Optional.of(Counted.of(steps, "step is", "steps are") + " too few to compare networks")
        : Optional.empty();
  }

  private int scale() {
    return best().evaluation().scale();
  }

  /** Those of each network. */
  private long steps() {
    return results.get(0).end().step();
  }

  static Path file(Path folder) {
    return folder.resolve("report.html");
  }

  static Path curves(Path folder) {
    return folder.resolve("curves.png");
  }

  /** The table of the page, for the terminal, with the protocol. */
  String text() {
    return table().toText()
        + Paragraphs.of(
            """

            %s
            Blocks are their number x channels; each network was trained for %s.
            Time is in s, PSNR in dB, and so is gain, over bicubic.
            PSNR and SSIM: %s
            """
                .formatted(ORDER, Counted.of(steps(), "step"), protocol()));
  }

  private String protocol() {
    Evaluation any = results.get(0).evaluation();
    return any.protocol().named(any.scale()) + "; " + Protocol.GREY_STACKED;
  }

  private TextTable table() {
    TextTable table =
        new TextTable(
            "scheme", "order", "blocks", "parameters", "MACs (G)", "time", "PSNR", "SSIM", "gain");
    PsnrSsim bicubic = results.get(0).evaluation().bicubicMean();
    for (QuickstartResult result : results) {
      NetworkSpec spec = result.candidate().spec();
      NetworkSize size = result.candidate().size();
      PsnrSsim mean = result.evaluation().mean();
      table.row(
          result.candidate().title(),
          String.valueOf(spec.scheme().facts().blockOrder()),
          result.candidate().shape(),
          String.format(Locale.ROOT, "%,d", size.parameters()),
          decimals(1, size.macs() / 1e9),
          decimals(0, result.end().seconds()),
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
            EvaluationTable.psnr(bicubic),
            EvaluationTable.ssim(bicubic),
            "-");
    return table;
  }

  private CurvePlot curves() {
    return LearningCurves.psnr(
            "Validation PSNR of four schemes at x" + scale(),
            results.stream().map(QuickstartResult::curves).toList())
        .level("bicubic", results.get(0).evaluation().bicubicMean().psnr());
  }

  private Comparison comparison(int index) {
    DecodedPair pair = test.get(index).load();
    Comparison comparison = new Comparison("Test image " + (index + 1));
    EvaluatedImage figures = best().evaluation().images().get(index);
    comparison.version(
        "bicubic", note(figures.bicubic()), picture(BicubicResize.upscale(pair.lr(), scale())));
    List<QuickstartResult> bestFirst =
        results.stream().sorted(Comparator.comparing(QuickstartPage::psnr).reversed()).toList();
    for (QuickstartResult result : bestFirst) {
      comparison.version(
          result.candidate().title(),
          note(result.evaluation().images().get(index).network()),
          picture(result.upscaled().get(index)));
    }
    comparison.version("original", "", picture(pair.hr()));
    QuickstartResult best = bestFirst.get(0);
    return ErrorMaps.add(
        comparison,
        ColorSpace.Y,
        new Detail(0, 0, pair.hr().width()),
        pair.hr(),
        BicubicResize.upscale(pair.lr(), scale()),
        best.candidate().title(),
        best.upscaled().get(index));
  }

  private QuickstartResult best() {
    return results.stream().max(Comparator.comparing(QuickstartPage::psnr)).orElseThrow();
  }

  private static double psnr(QuickstartResult result) {
    return result.evaluation().mean().psnr();
  }

  private static String note(PsnrSsim quality) {
    return EvaluationTable.psnr(quality.psnr(), 2) + " dB";
  }

  private static String decimals(int count, double value) {
    return String.format(Locale.ROOT, "%." + count + "f", value);
  }

  private static Picture picture(Image image) {
    return Picture.of(image);
  }
}
