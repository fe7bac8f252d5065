package io.butcherblock.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SchemeMeasures;
import io.butcherblock.nn.SchemeMeasures.LeadingError;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.report.TextTable;
import java.io.PrintWriter;
import java.nio.file.Path;
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
      'butcherblock inspect SCHEME' shows all of one, --json FILE all of all.
      """;

  private static final String LEGEND_OF_MEASURES =
      """

      real/ev: the real interval for each evaluation; imag: the imaginary one; ssp:
      the SSP coefficient; dissip., dispers.: orders of the errors in amplitude and
      phase on the imaginary axis. Their constants: 'inspect SCHEME', or --json.
      """;

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write all facts as JSON too: declarations, proofs, stability.")
  private Path json;

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
    if (json != null) {
      outputs.check(json, OutputKind.SCHEMES);
      Json.write(json, AsJson.tree(catalogue.schemes().values()));
    }
    PrintWriter console = command.commandLine().getOut();
    Collection<OdeScheme> schemes = catalogue.schemes().values();
    console.print((measures ? measures(schemes) : table(schemes)).toText());
    console.print(measures ? LEGEND_OF_MEASURES : LEGEND);
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
              .replace("partitioned Runge-Kutta", "partitioned"),
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

  /** Apart, so that the library for JSON is loaded only where it is used. */
  private static final class AsJson {

    private AsJson() {}

    /** An array with an object for each scheme; an interval that was not computed is left out. */
    private static ArrayNode tree(Collection<OdeScheme> schemes) {
      ArrayNode array = Json.MAPPER.createArrayNode();
      schemes.forEach(scheme -> write(scheme, array.addObject()));
      return array;
    }

    private static void write(OdeScheme scheme, ObjectNode node) {
      SchemeFacts facts = scheme.facts();
      BlockProgram program = scheme.program(Coefficients.TRAINABLE);
      node.put("name", facts.name())
          .put("declared_by", facts.declaredBy())
          .put("family", facts.family().text())
          .put("order", facts.blockOrder())
          .put("stages", facts.family().size())
          .put("block", facts.block())
          .put("evaluations", program.evaluations())
          .put("trained_coefficients", program.coefficients().size())
          .put("text", facts.text())
          .put("description", facts.description());
      if (facts.family() instanceof SchemeFamily.LinearMultistep) {
        node.put("recurrence_order", facts.order());
      }
      if (!facts.isProved()) {
        node.put("tolerance", facts.tolerance());
      }
      write(facts.measures(), node.putObject("measures"));
      ArrayNode proof = node.putArray("proof");
      facts.proof().lines().forEach(proof::add);
      SchemeStability stability = facts.stability();
      ObjectNode stable = node.putObject("stability").put("formula", stability.formula());
      put(stable, "real_interval", stability.realInterval());
      put(stable, "imaginary_interval", stability.imaginaryInterval());
    }

    private static void write(SchemeMeasures measures, ObjectNode node) {
      put(node, "ssp_coefficient", measures.sspCoefficient());
      put(node, "real_interval_per_evaluation", measures.realIntervalPerEvaluation());
      write(measures.dissipation(), "dissipation", node);
      write(measures.dispersion(), "dispersion", node);
    }

    private static void write(LeadingError error, String name, ObjectNode node) {
      if (!Double.isNaN(error.constant())) {
        node.putObject(name).put("order", error.order()).put("constant", error.constant());
      }
    }

    private static void put(ObjectNode node, String name, double length) {
      if (!Double.isNaN(length)) {
        node.put(name, length);
      }
    }
  }
}
