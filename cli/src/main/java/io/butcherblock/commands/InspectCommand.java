package io.butcherblock.commands;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.inspection.InspectJson;
import io.butcherblock.inspection.SharingText;
import io.butcherblock.inspection.WeightsJson;
import io.butcherblock.inspection.WeightsReport;
import io.butcherblock.models.Model;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Scale;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.nn.SchemeStability;
import io.butcherblock.options.Converters;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.ModelNames;
import io.butcherblock.options.NetworkChoice;
import io.butcherblock.options.NetworkOptions;
import io.butcherblock.options.OtherKind;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.Suggestion;
import io.butcherblock.options.Texts;
import io.butcherblock.pages.SchemeCards;
import io.butcherblock.plan.InferencePlan;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.recover.RecoveredNetwork;
import io.butcherblock.weights.TrainedCoefficients;
import io.butcherblock.weights.WeightsInfo;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
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
      "Shows one scheme or network in full; of trained weights, which methods the blocks have"
          + " become: their tableaus, how far the order conditions have drifted, and where they"
          + " are stable.",
      "",
      "Examples: butcherblock inspect kutta3 --picture kutta3.png --diagram kutta3.mmd",
      "          butcherblock inspect runs/rk3/weights.safetensors --picture trained.png"
    })
final class InspectCommand implements Callable<Integer> {

  private static final String PLANE =
      "Region of absolute stability, h lambda (. and # are stable, # on an axis)";

  private static final Pattern WEIGHTS_NAME = Pattern.compile("[.](safetensors|pt|pth)$");

  /** The plane is then 20 lines high. */
  private static final int PLANE_WIDTH = 47;

  @Parameters(
      paramLabel = "NAME|WEIGHTS",
      description =
          "Name of a scheme, a network or trained weights that come along, or a file of weights"
              + " that says of which network it is.")
  private String name;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "Weights of the network NAME: a safetensors file or a PyTorch state dict. They need not"
              + " say of which network they are.")
  private Path weights;

  @Option(
      names = "--plan",
      arity = "0..1",
      paramLabel = "2|3|4",
      fallbackValue = "2",
      converter = Converters.PlanScale.class,
      description =
          "Instead show how the network of that scale is run when it is not trained (default: 2):"
              + " what is folded together, what is overwritten, when memory is released.")
  private Integer planScale;

  @Mixin private InspectPictures pictures = new InspectPictures();

  @Mixin private JsonOption json = new JsonOption();

  @Spec private CommandSpec command;

  @Override
  public Integer call() {
    pictures.check(command.commandLine(), planScale != null);
    Catalogue catalogue = Catalogue.onClassPath();
    NetworkSpec network = catalogue.networks().get(name);
    Optional<Path> trained = weightsFile(catalogue);
    if (trained.isPresent()) {
      ModelNames.refuseAsFile(trained.get());
      return inspect(trained.get(), trained.get().toString(), catalogue);
    }
    OdeScheme scheme = network != null ? network.scheme() : catalogue.schemes().get(name);
    Optional<Model> model = scheme == null ? ModelNames.find(name) : Optional.empty();
    if (model.isPresent()) {
      return model.get().withFile(file -> inspect(file, name, catalogue));
    }
    if (scheme == null) {
      TreeSet<String> names = new TreeSet<>(catalogue.networks().keySet());
      names.addAll(catalogue.schemes().keySet());
      throw Texts.unknownName(
          "scheme or network", name, names, Suggestion.of("schemes"), OtherKind.NO_OPTIONS);
    }
    json.begin(pictures.outputs(), OutputKind.INSPECTION);
    PrintWriter out = command.commandLine().getOut();
    if (planScale != null) {
      InferencePlan plan = planOf(network);
      if (json.isGiven()) {
        json.write(InspectJson.of(network, planScale, plan));
      }
      print(plan, network, out);
      return 0;
    }
    pictures.write(scheme, network);
    if (json.isGiven()) {
      json.write(InspectJson.of(name, scheme, Optional.ofNullable(network)));
    }
    if (network != null) {
      print(network, out);
    }
    print(scheme, out);
    pictures.tell(out);
    return 0;
  }

  /** The file of weights, if there is one: what is no name can be one. */
  private Optional<Path> weightsFile(Catalogue catalogue) {
    if (weights != null) {
      return Optional.of(weights);
    }
    boolean isName =
        catalogue.networks().containsKey(name) || catalogue.schemes().containsKey(name);
    return !isName && (WEIGHTS_NAME.matcher(name).find() || Files.exists(Path.of(name)))
        ? Optional.of(Path.of(name))
        : Optional.empty();
  }

  private int inspect(Path file, String called, Catalogue catalogue) {
    if (planScale != null) {
      throw new ButcherblockException(
          "--plan shows how a network is run, whatever its weights are: leave out the weights.");
    }
    WeightsInfo saved = WeightsInfo.read(file);
    if (weights != null) {
      if (catalogue.schemes().containsKey(name) && !catalogue.networks().containsKey(name)) {
        throw new ButcherblockException(
            "Weights belong to a network, and %s is a scheme; name the network.".formatted(name));
      }
      NetworkChoice.check("network", name, catalogue.networks(), "networks", OtherKind.NO_OPTIONS);
      NetworkOptions.refuseOther(name, saved, catalogue);
      saved = WeightsInfo.ofNetwork(name).orElse(saved);
    } else if (saved.network().isEmpty()) {
      throw new ButcherblockException(
          "%s does not say of which network it is; name it: %s"
              .formatted(
                  file, Suggestion.of("inspect NETWORK --weights " + Suggestion.word(file))));
    }
    RecoveredNetwork recovered =
        RecoveredNetwork.of(TrainedCoefficients.read(file, saved.spec(catalogue)));
    json.begin(pictures.outputs(), OutputKind.INSPECTION, List.of(file));
    pictures.write(recovered, file);
    if (json.isGiven()) {
      json.write(WeightsJson.of(called, recovered, saved.degradation()));
    }
    PrintWriter out = command.commandLine().getOut();
    out.printf("Weights %s%n", PlainText.of(called));
    line(out, "degradation", saved.degradation().map(PlainText::of).orElse(""));
    out.print(WeightsReport.of(recovered));
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
    InferencePlan fast = plan.withWinograd();
    fast.leastPixels().ifPresent(pixels -> print(fast, pixels, out));
    out.flush();
  }

  private void print(InferencePlan fast, long leastPixels, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "# From %,d LR pixels on, on Linux with AVX-512: %d of the convolutions by Winograd's"
            + " F(4x4, 3x3), %.1f G multiplications for 1280x720%n",
        leastPixels,
        fast.winogradConvolutions(),
        fast.multiplicationsPerPixel() * NetworkSize.pixels(planScale) / 1e9);
  }

  private static void print(NetworkSpec network, PrintWriter out) {
    out.printf("Network %s%n", network.name());
    line(out, "scheme", network.scheme().facts().name());
    line(out, "vector_field", network.vectorField().name());
    line(
        out,
        "size",
        Counted.of(network.blocks(), "block") + " x " + Counted.of(network.channels(), "channel"));
    line(out, "step h", String.valueOf(network.stepSize()));
    line(out, "coefficients", network.coefficients().name().toLowerCase(Locale.ROOT));
    boolean fieldPerStage = network.scheme().facts().order() > 0 && network.hasFieldPerStage();
    line(
        out,
        "sharing",
        SharingText.of(network) + (fieldPerStage ? "; " + SharingText.order(network) : ""));
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
    // Of the others it is y' = f(y), or said by their declaration.
    if (scheme.program(Coefficients.FROZEN).stepPower() == 2) {
      line(out, "equation", "y'' = f(y)");
    }
    line(out, "order", facts.orderText() + (facts.isProved() ? " (proved)" : ""));
    boolean oneStep = !(facts.family() instanceof SchemeFamily.LinearMultistep);
    line(out, oneStep ? "stages" : "back values", String.valueOf(facts.family().size()));
    line(out, "a block", facts.block());
    line(out, "about", facts.description());
    section(out, "Declaration", facts.text());
    section(
        out,
        facts.isProved()
            ? "Proved, in exact arithmetic"
            : "Computed in exact arithmetic, for rounded coefficients",
        facts.proof());
    section(out, "Stability", stability(facts.stability()));
    section(out, "Measures", facts.measures().text());
    section(out, PLANE, SchemeCards.plot(facts).toText(PLANE_WIDTH));
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
        "real axis       " + interval("[-%s, 0]", stability.realInterval()),
        "imaginary axis  " + interval("i [-r, r], r = %s", stability.imaginaryInterval()));
  }

  private static String interval(String format, double length) {
    if (Double.isNaN(length)) {
      return "not computed";
    }
    return length == 0
        ? "none"
        : String.format(Locale.ROOT, format, SchemesCommand.interval(length));
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
            "# %s, longest chain %d; %s of sums; at most %s" + " live%n%s",
            Counted.of(program.evaluations(), "evaluation"),
            program.depth(),
            Counted.of(program.passes(), "pass", "passes"),
            Counted.of(program.peak(), "feature map"),
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
