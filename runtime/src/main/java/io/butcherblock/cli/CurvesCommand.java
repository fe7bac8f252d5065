package io.butcherblock.cli;

import io.butcherblock.error.UserError;
import io.butcherblock.train.LearningCurves;
import io.butcherblock.train.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code curves}: the runs of several networks in one picture. */
@Command(
    name = "curves",
    description = {
      "Draws the validation PSNR of several training runs against training time in one picture.",
      "",
      "Example: butcherblock curves runs/lf-s runs/rk3 --out curves.png"
    })
final class CurvesCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      converter = InputPath.class,
      description = "Folders of runs; a curve has the name of its folder.")
  private List<Path> runs;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The PNG file to write.")
  private Path out;

  @Override
  public Integer call() {
    List<LearningCurves> curves = new ArrayList<>();
    for (Path run : runs) {
      Path log = RunFolder.log(run);
      if (!Files.exists(log)) {
        throw new UserError("There is no run in " + run + ": its log " + log + " is missing.");
      }
      String name = run.toAbsolutePath().normalize().getFileName().toString();
      if (curves.stream().anyMatch(other -> other.name().equals(name))) {
        throw new UserError("Two of the runs are in folders named " + name + "; rename one.");
      }
      LearningCurves curve = LearningCurves.read(name, log);
      if (curve.psnr().length == 0) {
        throw new UserError("The run in " + run + " was not validated: it has no PSNR to draw.");
      }
      curves.add(curve);
    }
    LearningCurves.psnr("Validation PSNR while training", curves).write(out);
    command.commandLine().getOut().println("Curves: " + out);
    return 0;
  }
}
