package io.butcherblock.pages;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.RunLog;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.results.EvaluationTable;
import io.butcherblock.run.RunFolder;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A page on a training run, from what its folder holds: validation PSNR, loss and learning rate as
 * curves, speed, the options of the run, the network and its scheme.
 *
 * <pre>{@code
 * TrainingPage.read(Path.of("runs/lf-s")).write(Path.of("lf-s.html"));
 * }</pre>
 */
public final class TrainingPage {

  private final Map<String, String> network;
  private final Map<String, String> options;
  private final RunHistory history;
  private final Optional<Double> bicubic;

  private TrainingPage(
      Map<String, String> network,
      Map<String, String> options,
      RunHistory history,
      Optional<Double> bicubic) {
    this.network = network;
    this.options = options;
    this.history = history;
    this.bicubic = bicubic;
  }

  /**
   * Reads a run; it may be running.
   *
   * @param run the folder of the run
   * @throws ButcherblockException if there is no run in it, or its files cannot be read
   */
  public static TrainingPage read(Path run) {
    Map<String, String> options = new RunFolder(run).options();
    Map<String, String> network = new RunFolder(run).network().orElseThrow();
    Path log = new RunFolder(run).log();
    List<com.fasterxml.jackson.databind.JsonNode> records =
        Files.exists(log) ? RunLog.read(log) : List.of();
    return new TrainingPage(network, options, new RunHistory(records), Optional.empty());
  }

  /**
   * The same page with a line for bicubic enlargement.
   *
   * @param psnr of bicubic enlargement of the validation images, in dB
   */
  public TrainingPage withBicubic(double psnr) {
    return new TrainingPage(network, options, history, Optional.of(psnr));
  }

  /**
   * Writes the page.
   *
   * @throws ButcherblockException if the file cannot be written
   */
  public void write(Path file) {
    page().write(file);
  }

  /** Of a number as the run has written it. */
  private static String counted(String number, String thing) {
    return number + " " + thing + ("1".equals(number) ? "" : "s");
  }

  private HtmlPage page() {
    WeightsInfo info = WeightsInfo.of(network);
    HtmlPage page =
        new HtmlPage(
            "Training of %s at x%s".formatted(network.get("network"), network.get("scale")));
    page.subtitle(
        "%s %s, %s of %s, on patches of %s x %s LR pixels, %s in a step."
            .formatted(
                network.get("scheme"),
                network.get("vector_field"),
                counted(network.get("blocks"), "block"),
                counted(network.get("channels"), "channel"),
                options.get("patch"),
                options.get("patch"),
                options.get("batch")));
    page.figures(figures());
    appendCurves(page);
    page.heading("Options of the run");
    page.list(options);
    page.heading("The network");
    Optional<NetworkSpec> spec = spec(info);
    if (spec.isEmpty()) {
      page.paragraph(
          "Its declaration is not on the class path of the program that wrote this page.");
      return page;
    }
    page.figures(NetworkFigures.of(spec.get(), info.scale().orElse(2)));
    return page.schemes(List.of(SchemeCards.of(network.get("scheme"), spec.get())));
  }

  private static Optional<NetworkSpec> spec(WeightsInfo info) {
    try {
      return Optional.of(info.spec(Catalogue.onClassPath()));
    } catch (ButcherblockException e) {
      return Optional.empty();
    }
  }

  private Map<String, String> figures() {
    Map<String, String> figures = new LinkedHashMap<>();
    figures.put("steps", String.format(Locale.ROOT, "%,d", history.lastStep()));
    figures.put("training time", history.time());
    history
        .lastLevel()
        .best(RunHistory.PSNR)
        .ifPresent(
            best ->
                figures.put("best validation PSNR", String.format(Locale.ROOT, "%.2f dB", best)));
    bicubic.ifPresent(psnr -> figures.put("bicubic", EvaluationTable.psnr(psnr, 2) + " dB"));
    history
        .last(RunHistory.LOSS)
        .ifPresent(
            loss -> figures.put("loss at the end", String.format(Locale.ROOT, "%.3f", loss)));
    history
        .median(RunHistory.SPEED)
        .ifPresent(
            speed -> figures.put("speed", String.format(Locale.ROOT, "%.0f patches/s", speed)));
    return figures;
  }

  private void appendCurves(HtmlPage page) {
    page.heading("Validation");
    if (history.steps(RunHistory.PSNR).length > 0) {
      CurvePlot plot = new CurvePlot("PSNR of the validation images", "steps", "PSNR (dB)");
      appendLevels(plot, "network", RunHistory.PSNR);
      bicubic.filter(Double::isFinite).ifPresent(psnr -> plot.level("bicubic", psnr));
      page.curves(plot, history.protocol());
    } else {
      page.paragraph("The run has not been validated yet, or has no images to validate on.");
    }
    page.heading("Loss and learning rate");
    CurvePlot losses =
        new CurvePlot(
                "L1 loss, mean over the steps between two lines of the log",
                "steps",
                "L1 loss (0..255)")
            .mayBeLogarithmic(true);
    appendLevels(losses, "loss", RunHistory.LOSS);
    page.curves(losses, "");
    page.curves(
        new CurvePlot("Learning rate", "steps", "learning rate")
            .curve(
                "learning rate",
                history.steps(RunHistory.LEARNING_RATE),
                history.values(RunHistory.LEARNING_RATE)),
        "");
  }

  /** A curve, or one for each level of the run, for each trains another network. */
  private void appendLevels(CurvePlot plot, String name, String field) {
    history
        .levels(name)
        .forEach((title, part) -> plot.curve(title, part.steps(field), part.values(field)));
  }
}
