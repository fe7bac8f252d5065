package io.butcherblock.commands;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.inspection.SchemesJson;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeMeasures;
import io.butcherblock.nn.SchemeMeasures.LeadingError;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.Suggestion;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.text.Paragraphs;
import io.butcherblock.text.TextTable;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the schemes on the class path with what the compiler proved of them. */
@Command(
    name = "schemes",
    description = {
      "Lists the ODE schemes on the class path with what the compiler proved of them.",
      "Order and stability hold for a vector field shared by all stages and frozen coefficients"
          + " with step h; a trained block begins there."
    })
final class SchemesCommand implements Callable<Integer> {

  private static final String LEGEND =
      """

      order: of a chain of blocks, as a network is; 0: not consistent.
      evals: evaluations of G in a block; trained: its trained coefficients; real,
      imag: how far it is stable on the negative real and on the imaginary axis.
      ~: to within a tolerance, of coefficients that are known in decimals only.
      '%s' shows all of one, --json FILE all of all.
      """;

  private static final String LEGEND_OF_MEASURES =
      """

      real/ev: the real interval for each evaluation; imag: the imaginary one; ssp:
      the SSP coefficient; dissip., dispers.: orders of the errors in amplitude and
      phase on the imaginary axis.
      Their constants: '%s', or --json FILE.
      """;

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Mixin private JsonOption json;

  @Option(
      names = "--measures",
      description = "Instead show numbers by which one scheme is chosen rather than another.")
  private boolean measures;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    if (catalogue.schemes().isEmpty()) {
      throw new ButcherblockException(
          "There is no scheme on the class path; did the compiler, dsl-processor, run as annotation"
              + " processor?");
    }
    // First: a file that cannot be written is not to be told below a page of text.
    json.begin(outputs, OutputKind.SCHEMES);
    if (json.isGiven()) {
      json.write(SchemesJson.tree(catalogue.schemes().values()));
    }
    PrintWriter console = command.commandLine().getOut();
    Collection<OdeScheme> schemes = catalogue.schemes().values();
    console.print((measures ? measures(schemes) : table(schemes)).toText());
    QuietWriter.remarks(command.commandLine())
        .print(
            Paragraphs.of(
                String.format(
                    Locale.ROOT,
                    measures ? LEGEND_OF_MEASURES : LEGEND,
                    Paragraphs.unbroken(Suggestion.of("inspect SCHEME")))));
    return 0;
  }

  private static TextTable table(Collection<OdeScheme> schemes) {
    TextTable table =
        new TextTable("scheme", "family", "order", "stages", "evals", "trained", "real", "imag");
    for (OdeScheme scheme : schemes) {
      SchemeFacts facts = scheme.facts();
      BlockProgram program = scheme.program(Coefficients.TRAINABLE);
      table.row(
          facts.name(),
          // A table of 80 columns has no place for more than a word.
          facts
              .family()
              .text()
              .replace("linear ", "")
              .replaceFirst("(partitioned|additive) Runge-Kutta", "$1"),
          facts.blockOrder() + (facts.isProved() ? "" : "~"),
          String.valueOf(facts.family().size()),
          String.valueOf(program.evaluations()),
          String.valueOf(program.coefficients().size()),
          interval("%.3f", facts.stability().realInterval()),
          interval("%.3f", facts.stability().imaginaryInterval()));
    }
    return table;
  }

  private static TextTable measures(Collection<OdeScheme> schemes) {
    TextTable table =
        new TextTable("scheme", "evals", "real/ev", "imag", "ssp", "dissip.", "dispers.");
    for (OdeScheme scheme : schemes) {
      SchemeFacts facts = scheme.facts();
      SchemeMeasures of = facts.measures();
      table.row(
          facts.name(),
          String.valueOf(scheme.program(Coefficients.FROZEN).evaluations()),
          interval("%.3f", of.realIntervalPerEvaluation()),
          interval("%.3f", facts.stability().imaginaryInterval()),
          interval("%.3f", of.sspCoefficient()),
          order(of.dissipation()),
          order(of.dispersion()));
    }
    return table;
  }

  private static String order(LeadingError error) {
    return Double.isNaN(error.constant())
        ? "-"
        : error.order() == 0 ? "none" : String.valueOf(error.order());
  }

  /** The length of a stability interval, or a dash where it was not computed. */
  static String interval(double length) {
    return interval("%.6f", length);
  }

  private static String interval(String format, double length) {
    return Double.isNaN(length) ? "-" : String.format(Locale.ROOT, format, length);
  }
}
