package io.butcherblock.cli;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.WholeFile;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.report.ProgramDiagram;
import io.butcherblock.report.StabilityPlot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
      plot(scheme.facts()).write(picture);
    }
    if (diagram != null) {
      Coefficients shown = coefficients != null ? coefficients : declared(network);
      String title = scheme.facts().name() + ", " + shown.name().toLowerCase(Locale.ROOT);
      ProgramDiagram drawn = new ProgramDiagram(title, scheme.program(shown));
      boolean mermaid =
          diagram.toString().toLowerCase(Locale.ROOT).endsWith(Converters.DiagramFile.MERMAID);
      WholeFile.writeText(diagram, mermaid ? drawn.mermaid() : drawn.graphviz());
    }
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

  /** The region of stability of a scheme. */
  static StabilityPlot plot(SchemeFacts facts) {
    SchemeStability stability = facts.stability();
    return new StabilityPlot(
        facts.name() + ", order " + facts.order(),
        stability.polynomial(),
        stability.realInterval(),
        stability.imaginaryInterval());
  }

  private static Coefficients declared(NetworkSpec network) {
    return network != null ? network.coefficients() : Coefficients.TRAINABLE;
  }
}
