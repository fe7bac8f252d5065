package io.butcherblock.ablation;

import io.butcherblock.metrics.Protocol;
import io.butcherblock.names.Counted;
import io.butcherblock.results.EvaluationTable;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What came of an ablation. Immutable. */
public final class AblationResult {

  private final Ranking ranking;
  private final Images images;
  private final Settings settings;
  private final long steps;
  private final Path folder;

  AblationResult(Ranking ranking, Images images, Settings settings, long steps, Path folder) {
    this.ranking = ranking;
    this.images = images;
    this.settings = settings;
    this.steps = steps;
    this.folder = folder;
  }

  /**
   * The networks with the results of their runs, the one of the highest mean PSNR first, without
   * those that diverged; at least one.
   */
  public List<CandidateScores> scores() {
    return ranking.scores();
  }

  /**
   * The best network against each of the others, in the order of {@link #scores}; empty with fewer
   * than three seeds, of which nothing can be said, and where a score is infinite, for an image of
   * the test sets came out as its original is.
   */
  public List<Difference> differences() {
    return ranking.differences();
  }

  /** The networks that are not ranked, since their loss was no longer a number. */
  public List<Diverged> diverged() {
    return ranking.diverged();
  }

  /** The steps that each run was trained for. */
  public long steps() {
    return steps;
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

  /** The folder of the ablation. */
  Path folder() {
    return folder;
  }

  /** Which order is more than noise, in two or three sentences. */
  public String conclusion() {
    String text = new Conclusion(ranking).text();
    double bicubic = images.bicubic().psnr();
    if (ranking.best().score().mean() < bicubic) {
      text +=
          " Bicubic is better than all of them (%s dB): %s too few for the order to mean anything."
              .formatted(
                  EvaluationTable.psnr(bicubic, 3), Counted.of(steps, "step is", "steps are"));
    }
    return text + notRanked();
  }

  private String notRanked() {
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
}
