package io.butcherblock.commands;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.WholeFile;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.options.Converters;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.pages.SchemeCards;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.recover.StabilityIntervals;
import io.butcherblock.schemes.ProgramDiagram;
import io.butcherblock.schemes.StabilityPlot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code inspect} draws of a scheme: its region of stability and its block program. */
final class InspectPictures {

  @Mixin private OutputFiles outputs;

  @Option(
      names = "--picture",
      paramLabel = "FILE.png",
      converter = Converters.PictureFile.class,
      description = "Also draws the scheme's region of absolute stability.")
  private Path picture;

  @Option(
      names = "--diagram",
      paramLabel = "FILE.mmd|FILE.dot",
      converter = Converters.DiagramFile.class,
      description = "Also writes the block program as a diagram, for Mermaid or for Graphviz.")
  private Path diagram;

  @Option(
      names = "--coefficients",
      paramLabel = "trainable|frozen|family",
      description =
          "Whose block program the diagram shows (default: the network's; trainable of a scheme).")
  private Coefficients coefficients;

  /**
   * Refuses what would have no effect.
   *
   * @param plan whether a plan is shown in place of all else
   * @throws ParameterException if it is given
   */
  void check(CommandLine command, boolean plan) {
    if (plan && (picture != null || diagram != null || coefficients != null)) {
      throw new ParameterException(
          command,
          "--plan draws nothing; leave it out, or --picture, --diagram and --coefficients");
    }
    if (coefficients != null && diagram == null) {
      throw new ParameterException(
          command, "--coefficients says what --diagram shows; give --diagram FILE.mmd as well");
    }
  }

  /** The rule for these files, and for others that the command writes. */
  OutputFiles outputs() {
    return outputs;
  }

  /**
   * Writes the files asked for.
   *
   * @param network whose scheme it is, or null
   * @throws io.butcherblock.error.ButcherblockException if a file cannot be written
   */
  void write(OdeScheme scheme, NetworkSpec network) {
    if (picture != null) {
      outputs.check(picture, OutputKind.IMAGE);
    }
    if (diagram != null) {
      outputs.check(diagram, OutputKind.DIAGRAM);
    }
    if (picture != null) {
      SchemeCards.plot(scheme.facts()).write(picture);
    }
    if (diagram != null) {
      writeDiagram(scheme, network);
    }
  }

  private void writeDiagram(OdeScheme scheme, NetworkSpec network) {
    Coefficients shown = coefficients != null ? coefficients : declared(network);
    String title = scheme.facts().name() + ", " + shown.name().toLowerCase(Locale.ROOT);
    ProgramDiagram drawn = new ProgramDiagram(title, scheme.program(shown));
    boolean mermaid =
        diagram.toString().toLowerCase(Locale.ROOT).endsWith(Converters.DiagramFile.MERMAID);
    WholeFile.writeText(diagram, mermaid ? drawn.mermaid() : drawn.graphviz());
  }

  /**
   * Writes the files asked for, of a network with trained coefficients.
   *
   * @param weights the file that it was read from
   */
  void write(RecoveredNetwork network, Path weights) {
    if (picture != null) {
      outputs.check(picture, OutputKind.IMAGE, List.of(weights));
    }
    if (diagram != null) {
      outputs.check(diagram, OutputKind.DIAGRAM, List.of(weights));
    }
    NetworkSpec spec = network.spec();
    if (picture != null) {
      trained(network).write(picture);
    }
    if (diagram != null) {
      writeDiagram(spec.scheme(), spec);
    }
  }

  /** The regions of the blocks over that of a block as declared. */
  private static StabilityPlot trained(RecoveredNetwork network) {
    SchemeFacts facts = network.spec().scheme().facts();
    if (!network.isTrained() || network.parts().isEmpty()) {
      return SchemeCards.plot(facts);
    }
    double[] declared = network.parts().get(0).declared().stabilityFunction();
    StabilityIntervals intervals = StabilityIntervals.of(declared);
    return new StabilityPlot(
            network.spec().name() + ": " + facts.name() + " as trained",
            polynomial(declared),
            intervals.real(),
            intervals.imaginary())
        .with(network.parts().stream().map(part -> part.trained().stabilityFunction()).toList());
  }

  /** w - R(z). */
  private static List<List<Double>> polynomial(double[] stabilityFunction) {
    List<List<Double>> polynomial = new ArrayList<>();
    for (double r : stabilityFunction) {
      polynomial.add(polynomial.isEmpty() ? List.of(-r, 1.0) : List.of(-r));
    }
    return polynomial;
  }

  /** Says which files were written. */
  void tell(PrintWriter out) {
    if (picture != null) {
      out.printf("%nPicture: %s%n", PlainText.of(picture));
    }
    if (diagram != null) {
      out.printf("%nDiagram: %s%n", PlainText.of(diagram));
    }
  }

  private static Coefficients declared(NetworkSpec network) {
    return network != null ? network.coefficients() : Coefficients.TRAINABLE;
  }
}
