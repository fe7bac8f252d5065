package io.butcherblock.ablation;

import io.butcherblock.files.WholeFile;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.names.Counted;
import io.butcherblock.text.TextTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came of an ablation. */
public final class Figures {

  private static final String NAME = "report";

  /** What {@link #write} writes. */
  static final List<String> FILES =
      List.of(
          FiguresPictures.DOTS,
          FiguresPictures.CURVES,
          NAME + ".json",
          NAME + ".md",
          NAME + ".tex",
          NAME + ".html");

  private final Ranking ranking;
  private final Images images;
  private final Settings settings;
  private final long steps;

  Figures(Ranking ranking, Images images, Settings settings, long steps) {
    this.ranking = ranking;
    this.images = images;
    this.settings = settings;
    this.steps = steps;
  }

  Ranking ranking() {
    return ranking;
  }

  Images images() {
    return images;
  }

  Settings settings() {
    return settings;
  }

  long steps() {
    return steps;
  }

  FiguresTable tables() {
    return new FiguresTable(ranking, images.tests());
  }

  /** Which order is more than noise, in words. */
  public String conclusion() {
    String text = new Conclusion(ranking).text();
    double bicubic = tables().bicubicMean().psnr();
    if (ranking.best().score().mean() < bicubic) {
      text +=
          String.format(
              Locale.ROOT,
              " Bicubic is better than all of them (%.3f dB): %s too few for the order to mean"
                  + " anything.",
              bicubic,
              Counted.of(steps, "step is", "steps are"));
    }
    return text + diverged();
  }

  private String diverged() {
    if (ranking.diverged().isEmpty()) {
      return "";
    }
    return " Not ranked, since the loss was no longer a number: %s. A lower learning rate (now %s), in another folder, lets all be compared."
        .formatted(
            ranking.diverged().stream().map(Diverged::toString).collect(Collectors.joining(", ")),
            settings.learningRate());
  }

  /** How the figures came about, in words. */
  String setup() {
    return "Every network was trained for %s of %s of %s x %s LR pixels at x%s, with each of %s: a seed decides the initial weights and the patches. Precision %s. Trained on %s of %s; %s %s held out to validate on. Tested on %s."
        .formatted(
            Counted.of(steps, "step"),
            Counted.of(settings.batch(), "patch", "patches"),
            settings.patch(),
            settings.patch(),
            settings.scale(),
            Counted.of(settings.seeds(), "seed"),
            settings.precision(),
            images.training().size(),
            images.trainedOn(),
            images.validation().size(),
            images.validation().size() == 1 ? "was" : "were",
            images.testedOn());
  }

  /** How to read the columns. */
  String legend() {
    return "PSNR in dB and SSIM are means over seeds, of means over the images of a set (%s), with the standard deviation over seeds in brackets; L1 is the training loss of the last tenth of the steps; training is the time of a run, the mean over seeds, without validation and tests. MACs are multiply-accumulates for an output of 1280x720, cost those of the network as a multiple of the reference's."
        .formatted(Protocol.benchmark(settings.scale()));
  }

  /** The tables and the conclusion, for a terminal. */
  public String text() {
    TextTable comparisons = tables().comparisons();
    return tables().results().toText()
        + legend()
        + "\n\n"
        + (ranking.differences().isEmpty() ? "" : comparisons.toText() + "\n")
        + conclusion()
        + "\n";
  }

  /**
   * Writes page, Markdown, LaTeX, JSON and pictures into the ablation's folder; returns the page.
   */
  public Path write(Path out) {
    FiguresPictures pictures = new FiguresPictures(this, out);
    pictures.write();
    WholeFile.writeText(out.resolve(NAME + ".json"), new FiguresJson(this).text());
    WholeFile.writeText(out.resolve(NAME + ".md"), new FiguresPage(this).markdown());
    WholeFile.writeText(out.resolve(NAME + ".tex"), new FiguresPage(this).latex());
    Path page = out.resolve(NAME + ".html");
    new FiguresPage(this).html(pictures).write(page);
    return page;
  }
}
