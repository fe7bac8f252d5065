package io.butcherblock.cli;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Scale;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.plan.InferencePlan;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one scheme or network in full. */
@Command(
    name = "inspect",
    description = {
      "Shows one scheme or network in full.",
      "",
      "Example: butcherblock inspect kutta3 --picture kutta3.png --diagram kutta3.mmd"
    })
final class InspectCommand implements Callable<Integer> {

  private static final String PLANE =
      "Region of absolute stability, h lambda (. and # are stable, # on an axis)";

  /** The plane is then 20 lines high. */
  private static final int PLANE_WIDTH = 47;

  @Parameters(paramLabel = "NAME", description = "Name of a scheme or a network.")
  private String name;

  @Option(
      names = "--plan",
      arity = "0..1",
      paramLabel = "2|3|4",
      fallbackValue = "2",
      description =
          "Instead show how the network of that scale is run when it is not trained (default: 2):"
              + " what is folded together, what is overwritten, when memory is released.")
  private Integer planScale;

  @Mixin private InspectPictures pictures = new InspectPictures();

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    NetworkSpec network = catalogue.networks().get(name);
    OdeScheme scheme = network != null ? network.scheme() : catalogue.schemes().get(name);
    if (scheme == null) {
      TreeSet<String> names = new TreeSet<>(catalogue.networks().keySet());
      names.addAll(catalogue.schemes().keySet());
      throw Texts.unknownName("scheme or network", name, names, Main.NAME + " schemes");
    }
    PrintWriter out = command.commandLine().getOut();
    if (planScale != null) {
      print(planOf(network), network, out);
      return 0;
    }
    pictures.write(scheme, network);
    if (network != null) {
      print(network, out);
    }
    print(scheme, out);
    pictures.tell(out);
    return 0;
  }

  private InferencePlan planOf(NetworkSpec network) {
    if (network == null) {
      throw new ButcherblockException(
          "Networks have plans, and "
              + name
              + " is a scheme; its block program is shown without --plan.");
    }
    Scale.check(planScale);
    return InferencePlan.of(network.graph(planScale));
  }

  private void print(InferencePlan plan, NetworkSpec network, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "# %s x%d: %.1f G MACs for 1280x720 (of %.1f G as declared), %,d bytes of feature maps"
            + " at once for each LR pixel%n",
        network.name(),
        planScale,
        plan.macsPerPixel() * NetworkSize.pixels(planScale) / 1e9,
        NetworkSize.of(network, planScale).macs() / 1e9,
        plan.peakBytesPerPixel());
    out.print(plan);
    out.flush();
  }

  private static void print(NetworkSpec network, PrintWriter out) {
    out.printf("Network %s%n", network.name());
    line(out, "scheme", network.scheme().facts().name());
    line(out, "vector_field", network.vectorField().name());
    line(out, "size", network.blocks() + " blocks x " + network.channels() + " channels");
    line(out, "step h", String.valueOf(network.stepSize()));
    line(out, "coefficients", network.coefficients().name().toLowerCase(Locale.ROOT));
    line(out, "sharing", network.sharing().name().toLowerCase(Locale.ROOT).replace('_', ' '));
    for (int scale : Scale.ALL) {
      NetworkSize size = NetworkSize.of(network, scale);
      line(
          out,
          "x" + scale,
          String.format(
              Locale.ROOT,
              "%,d parameters, %.1f G MACs for 1280x720, radius %s",
              size.parameters(),
              size.macs() / 1e9,
              size.radiusText()));
    }
    line(out, "source", network.source());
    out.println();
  }

  private static void print(OdeScheme scheme, PrintWriter out) {
    SchemeFacts facts = scheme.facts();
    out.printf("Scheme %s (%s)%n", facts.name(), facts.declaredBy());
    line(out, "family", facts.family().text());
    line(out, "order", facts.orderText() + " (proved)");
    boolean oneStep = !(facts.family() instanceof SchemeFamily.LinearMultistep);
    line(out, oneStep ? "stages" : "back values", String.valueOf(facts.family().size()));
    line(out, "a block", facts.block());
    line(out, "about", facts.description());
    section(out, "Declaration", facts.text());
    section(out, "Proved, in exact arithmetic", facts.proof());
    section(out, "Stability", stability(facts.stability()));
    section(out, PLANE, InspectPictures.plot(facts).toText(PLANE_WIDTH));
    for (Coefficients coefficients : Coefficients.values()) {
      if (coefficients == Coefficients.FAMILY && !scheme.hasFreeParameters()) {
        continue;
      }
      List<BlockProgram> programs = scheme.programs(coefficients);
      for (int i = 0; i < programs.size(); i++) {
        print(programs.get(i), place(i, programs.size()), coefficients, out);
      }
    }
  }

  private static String stability(SchemeStability stability) {
    return String.join(
        "\n",
        stability.formula(),
        "real axis       [-" + SchemesCommand.interval(stability.realInterval()) + ", 0]",
        "imaginary axis  i [-r, r], r = " + SchemesCommand.interval(stability.imaginaryInterval()));
  }

  /** Of which blocks of a network it is the program. */
  private static String place(int number, int programs) {
    if (programs == 1) {
      return "";
    }
    return number < programs - 1
        ? " of block " + (number + 1) + " of a network"
        : " of all further blocks";
  }

  private static void print(
      BlockProgram program, String place, Coefficients coefficients, PrintWriter out) {
    section(
        out,
        "Block program" + place + ", coefficients " + coefficients.name().toLowerCase(Locale.ROOT),
        String.format(
            Locale.ROOT,
            "# %d evaluations, longest chain %d; %d passes of sums; at most %d feature maps"
                + " live%n%s",
            program.evaluations(),
            program.depth(),
            program.passes(),
            program.peak(),
            program));
    for (Coefficient coefficient : program.coefficients()) {
      out.printf(
          "  %-8s %-6s = %s%n", coefficient.name(), coefficient.meaning(), coefficient.exact());
    }
  }

  private static void section(PrintWriter out, String title, String text) {
    out.printf("%n%s%n", title);
    out.print(text.stripTrailing().indent(2));
  }

  private static void line(PrintWriter out, String what, String value) {
    if (!value.isEmpty()) {
      out.printf("  %-13s %s%n", what, value);
    }
  }
}
