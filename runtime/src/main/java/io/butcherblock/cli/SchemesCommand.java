package io.butcherblock.cli;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.UserError;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.report.TextTable;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the schemes on the class path with what the compiler proved of them. */
@Command(
    name = "schemes",
    description = {
      "Lists the ODE schemes on the class path with what the compiler proved of them.",
      "Order and stability hold for a derivative shared by all stages and frozen coefficients with"
          + " step h; a trained block begins there."
    })
final class SchemesCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    if (catalogue.schemes().isEmpty()) {
      throw new UserError(
          "There is no scheme on the class path; did the compiler, dsl-processor, run as annotation"
              + " processor?");
    }
    TextTable table =
        new TextTable(
            "scheme",
            "family",
            "order",
            "stages",
            "evaluations a block",
            "trained",
            "real stability",
            "imaginary stability",
            "description");
    for (OdeScheme scheme : catalogue.schemes().values()) {
      SchemeFacts facts = scheme.facts();
      BlockProgram program = scheme.program(Coefficients.TRAINABLE);
      table.row(
          facts.name(),
          facts.family(),
          String.valueOf(facts.order()),
          String.valueOf(facts.stages()),
          String.valueOf(program.evaluations()),
          String.valueOf(program.coefficients().size()),
          interval(facts.stability().realInterval()),
          interval(facts.stability().imaginaryInterval()),
          facts.description());
    }
    command.commandLine().getOut().print(table.toText());
    return 0;
  }

  /** The length of a stability interval, or a dash where it was not computed. */
  static String interval(double length) {
    return Double.isNaN(length) ? "-" : String.format(Locale.ROOT, "%.6f", length);
  }
}
