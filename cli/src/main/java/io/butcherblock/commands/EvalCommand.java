package io.butcherblock.commands;

import io.butcherblock.SuperResolution;
import io.butcherblock.console.Console;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.RankGroup;
import io.butcherblock.error.PlainText;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.evaluate.Evaluator;
import io.butcherblock.files.Outputs;
import io.butcherblock.metrics.ColorSpace;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.names.Counted;
import io.butcherblock.options.Converters;
import io.butcherblock.options.FileEndings;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.LaunchArguments;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.PixelLimitOption;
import io.butcherblock.pages.EvaluationPage;
import io.butcherblock.progress.Progress;
import io.butcherblock.results.BelowBicubic;
import io.butcherblock.results.EvaluationJson;
import io.butcherblock.results.EvaluationOverview;
import io.butcherblock.results.EvaluationTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code eval}: PSNR and SSIM of a network on data sets, compared with bicubic. */
@Command(
    name = "eval",
    description = {
      "Measures PSNR and SSIM of a network on data sets, per image and mean, compared with"
          + " bicubic.",
      "The default protocol is the benchmarks': Y of 8-bit RGB, as many pixels shaved as the"
          + " scale. DIV2K's: --color rgb, and --shave the scale + 6.",
      LaunchArguments.DIVIDE_IMAGES,
      "",
      "Examples: butcherblock eval --weights lf-s-x2.safetensors --data Set5 --data Set14",
      "butcherblock eval photo-x2 --data Set5 --jpeg-quality 50,75"
    })
final class EvalCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @SuppressWarnings("UnusedVariable") // It sets the limit itself.
  @Mixin
  private PixelLimitOption pixelLimit;

  @Mixin private TrainedNetwork trained;

  @Mixin private OutputFiles outputs;

  @Option(
      names = "--data",
      required = true,
      arity = "1..*",
      paramLabel = "DIR",
      converter = Converters.InputPath.class,
      description = "Folders of images: plain, benchmark, DIV2K or BasicSR layout.")
  private List<Path> data;

  @Option(
      names = "--color",
      paramLabel = "y|rgb",
      defaultValue = "y",
      description = "What is compared: luminance or all colors (default: y).")
  private ColorSpace color;

  @Option(
      names = "--shave",
      paramLabel = "N",
      converter = Converters.NonNegativeInteger.class,
      description = "Pixels left out at each border (default: the scale).")
  private Integer shave;

  @Option(
      names = "--jpeg-quality",
      split = ",",
      paramLabel = "Q",
      converter = Converters.JpegQuality.class,
      description =
          "Evaluate the data sets once more with their LR images put through JPEG of this quality"
              + " (1 to 100, 4:2:0); of several, as in 50,75,90, once for each.")
  private List<Integer> jpegQualities = List.of();

  @Mixin private JsonOption json;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      converter = FileEndings.PageFile.class,
      description =
          "Write a page too: the figures in tables that can be sorted, and up to "
              + EvaluationPage.MOST_PICTURES
              + " images with bicubic, the original, and maps of errors and of SSIM.")
  private Path report;

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      converter = FileEndings.JournalFile.class,
      description =
          "Note each image's figures in FILE as soon as they are known, and take those that are"
              + " there already, of the same image with the same weights and options.")
  private Path journal;

  @Override
  public Integer call() {
    RankGroup.run(System.getenv(), this::evaluate);
    return 0;
  }

  private void evaluate(ProcessGroup group) {
    try (SuperResolution sr = trained.open(group.localRank())) {
      Protocol protocol = new Protocol(color, shave == null ? sr.scale() : shave);
      List<TestImages> tests = TestImages.of(data, sr.scale(), jpegQualities);
      List<PairedDataset> sets = tests.stream().map(TestImages::set).toList();
      if (group.isRankZero()) {
        checkOutputs(sets);
      }
      List<String> facts = facts(sr, protocol);
      CommandAgreement.check(group, and(facts, tests));
      Console console = Console.of(command.commandLine(), group);
      sr.precisionTrial().ifPresent(console.err()::println);
      sets.forEach(set -> set.notes().forEach(console.err()::println));
      try (SharedJournal figures = new SharedJournal(Optional.ofNullable(journal), group)) {
        Evaluator evaluator = new Evaluator(sr.upscaler(), protocol);
        EvaluationWork work = new EvaluationWork(tests, evaluator, facts, figures, group, console);
        List<Evaluation> evaluations = new ArrayList<>();
        for (int number = 0; number < sets.size(); number++) {
          List<EvaluatedImage> images = work.evaluate(number);
          if (!images.isEmpty()) {
            Evaluation evaluation =
                new Evaluation(
                    sr.network().spec().name(),
                    sr.scale(),
                    tests.get(number).dataSet(),
                    protocol,
                    trained.selfEnsemble(),
                    images,
                    tests.get(number).compression(),
                    sr.degradation(),
                    sr.modelName());
            console.out().println(EvaluationTable.text(evaluation));
            BelowBicubic.sentence(
                    evaluation.mean().psnr(),
                    evaluation.bicubicMean().psnr(),
                    tests.get(number).name())
                .ifPresent(console.out()::println);
            int missing = sets.get(number).pairs().size() - images.size();
            if (missing == 0) {
              evaluations.add(evaluation);
            } else {
              console.out().println(notOfAll(missing, images.size()));
            }
          }
        }
        work.end();
        if (!jpegQualities.isEmpty() && !evaluations.isEmpty()) {
          console.out().println(EvaluationOverview.of(evaluations).toText());
        }
        if (json.isGiven() && group.isRankZero()) {
          json.writeText(EvaluationJson.of(evaluations, trained.described(sr)));
        }
        if (report != null && group.isRankZero()) {
          writeReport(sr, evaluations, tests, console);
        }
      }
    }
  }

  private String notOfAll(int missing, int evaluated) {
    return "These means are of %s only, for %s of the data set could not be evaluated%s."
        .formatted(
            Counted.of(evaluated, "image"),
            missing,
            json.isGiven() || report != null ? "; no file is written" : "");
  }

  /**
   * The images that are shown are enlarged once more: others may have evaluated them, or before.
   */
  private void writeReport(
      SuperResolution sr, List<Evaluation> evaluations, List<TestImages> tests, Console console) {
    EvaluationPage page = new EvaluationPage(sr);
    for (int number = 0; number < evaluations.size(); number++) {
      page.add(evaluations.get(number), tests.get(number).set().pairs());
    }
    try (Progress progress = console.ofAny().start("report", "images", 0, page.pictures())) {
      AtomicInteger begun = new AtomicInteger();
      page.write(report, name -> progress.to(begun.getAndIncrement()));
      progress.to(page.pictures());
    }
    console.out().println("Report: " + PlainText.of(report));
  }

  private void checkOutputs(List<PairedDataset> sets) {
    List<Path> inputs = new ArrayList<>(trained.files());
    sets.forEach(set -> set.pairs().forEach(pair -> inputs.addAll(pair.files())));
    Outputs all = new Outputs(inputs);
    if (journal != null) {
      // Whether a file that is there already is a journal, is found out when it is opened.
      all.add(journal, journal);
    }
    json.file().ifPresent(file -> all.add(file, file));
    json.begin(outputs, OutputKind.EVALUATION);
    if (report != null) {
      all.add(report, report);
      outputs.check(report, OutputKind.PAGE);
    }
  }

  /** What the figures of an image depend on apart from the image. */
  private List<String> facts(SuperResolution sr, Protocol protocol) {
    List<String> facts = new ArrayList<>(sr.facts());
    facts.add("protocol " + protocol);
    facts.add("tile " + trained.tile());
    facts.add("device " + (sr.network().parameters().device().is_cpu() ? "cpu" : "gpu"));
    facts.add("journal " + (journal != null));
    return facts;
  }

  private static List<String> and(List<String> facts, List<TestImages> tests) {
    List<String> all = new ArrayList<>(facts);
    for (TestImages images : tests) {
      PairedDataset set = images.set();
      all.add(set.pairs().size() + " images of " + images.name());
      set.pairs().forEach(pair -> all.add("the image " + images.dataSet() + "/" + pair.name()));
    }
    return all;
  }
}
