package io.butcherblock.commands;

import io.butcherblock.charts.CurvePlot;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.FolderNames;
import io.butcherblock.options.Converters;
import io.butcherblock.options.MeantRuns;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.results.ComparedRuns;
import io.butcherblock.results.CurvesCsv;
import io.butcherblock.results.LearningCurves;
import io.butcherblock.results.RunSubject;
import io.butcherblock.run.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code curves}: the runs of several networks in one picture or table. */
@Command(
    name = "curves",
    description = {
      "Draws the validation PSNR of several training runs in one picture, against training time or"
          + " steps.",
      "The figures of a run are in its log.jsonl; --out curves.csv writes those of the validations"
          + " as a table.",
      "",
      "Example: butcherblock curves runs/lf-s runs/rk3 --out curves.png"
    })
final class CurvesCommand implements Callable<Integer> {

  /** What stands below the picture. */
  enum Axis {
    TIME,
    STEPS
  }

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      converter = Converters.InputPath.class,
      description = "Folders of runs; a curve is named after its folder and its network.")
  private List<Path> runs;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      converter = Converters.CurvesFile.class,
      description =
          "What to write: a picture (.png, or .svg for papers), or the points as comma-separated"
              + " values (.csv) with run, step, seconds of training and PSNR, for programs that"
              + " draw or fit.")
  private Path out;

  @Option(
      names = "--against",
      paramLabel = "time|steps",
      description =
          "Against what: seconds of training, or steps, which do not depend on the machine and on"
              + " what else it did (default: time). A table has both.")
  private Axis axis;

  @Override
  public Integer call() {
    boolean asTable = Converters.CurvesFile.isTable(out);
    if (asTable && axis != null) {
      throw new ButcherblockException(
          "A table has the time and the step of each point; leave out --against, which is for"
              + " pictures.");
    }
    outputs.check(
        out,
        asTable ? OutputKind.CURVES : OutputKind.IMAGE,
        runs.stream().map(run -> new RunFolder(run).log()).toList());
    List<Optional<RunSubject>> subjects = runs.stream().map(RunSubject::read).toList();
    List<String> scales =
        subjects.stream()
            .flatMap(Optional::stream)
            .map(each -> "x" + each.scale())
            .distinct()
            .toList();
    List<String> names = names(subjects, scales.size() > 1);
    Map<Path, LearningCurves> drawn = new LinkedHashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      Path run = runs.get(i);
      curve(run, names.get(i)).ifPresent(curve -> drawn.put(run, curve));
      if (names.indexOf(names.get(i)) < i) {
        throw new ButcherblockException(
            "The run %s is given twice; leave one out.".formatted(PlainText.of(run)));
      }
    }
    if (drawn.isEmpty()) {
      throw new ButcherblockException("There is no PSNR of a validation to draw yet.");
    }
    ComparedRuns.remark(List.copyOf(drawn.keySet()))
        .ifPresent(command.commandLine().getErr()::println);
    if (asTable) {
      CurvesCsv.write(out, List.copyOf(drawn.values()));
    } else {
      plot(List.copyOf(drawn.values()), scales).write(out);
    }
    command.commandLine().getOut().println("Curves: " + PlainText.of(out));
    return 0;
  }

  private CurvePlot plot(List<LearningCurves> curves, List<String> scales) {
    String at = scales.isEmpty() ? "" : " at " + String.join(", ", scales);
    String title = "Validation PSNR while training" + at;
    return axis == Axis.STEPS
        ? LearningCurves.psnrOverSteps(title, curves)
        : LearningCurves.psnr(title, curves);
  }

  /** By the folders' own names, if these and what is trained tell the runs apart. */
  private List<String> names(List<Optional<RunSubject>> subjects, boolean tellScale) {
    List<String> names = names(runs.stream().map(FolderNames::of).toList(), subjects, tellScale);
    return new HashSet<>(names).size() == names.size()
        ? names
        : names(FolderNames.distinct(runs), subjects, tellScale);
  }

  private static List<String> names(
      List<String> folders, List<Optional<RunSubject>> subjects, boolean tellScale) {
    return IntStream.range(0, folders.size())
        .mapToObj(
            i ->
                folders.get(i)
                    + subjects
                        .get(i)
                        .map(of -> ": " + of.parts() + (tellScale ? ", x" + of.scale() : ""))
                        .orElse(""))
        .toList();
  }

  /** Empty, and told, if there is nothing to draw: of several runs one may have just begun. */
  private Optional<LearningCurves> curve(Path run, String name) {
    Path log = new RunFolder(run).log();
    if (!Files.exists(log)) {
      throw new ButcherblockException(
          MeantRuns.sentence(run)
              .orElse("There is no run in " + run + ": its log " + log + " is missing."));
    }
    LearningCurves curve = LearningCurves.read(name, log);
    if (curve.psnr().length > 0) {
      return Optional.of(curve);
    }
    String note = "Left out %s: the run has not been validated yet.".formatted(PlainText.of(run));
    command.commandLine().getErr().println(note);
    return Optional.empty();
  }
}
