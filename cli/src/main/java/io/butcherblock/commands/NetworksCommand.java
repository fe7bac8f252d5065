package io.butcherblock.commands;

import io.butcherblock.console.QuietWriter;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.inspection.NetworksJson;
import io.butcherblock.models.Model;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.options.Suggestion;
import io.butcherblock.text.Paragraphs;
import io.butcherblock.text.TextTable;
import io.butcherblock.weights.WeightsInfo;
import java.util.Collection;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the networks on the class path with what they cost. */
@Command(
    name = "networks",
    description = {
      "Lists the networks on the class path.",
      "Parameters are trainable scalars, the mean shift left out. MACs are the multiply-accumulates"
          + " of all convolutions for an output of 1280x720 pixels (at x3 of 1278x720, the multiple"
          + " of 3 that the paper counts). Radius is how many input pixels to each side an output"
          + " pixel depends on."
    })
final class NetworksCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Mixin private JsonOption json;

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    if (catalogue.networks().isEmpty()) {
      throw new ButcherblockException(
          "There is no network on the class path; did the compiler, dsl-processor, run as"
              + " annotation processor?");
    }
    json.begin(outputs, OutputKind.NETWORKS);
    if (json.isGiven()) {
      json.write(NetworksJson.of(catalogue));
    }
    TextTable table =
        new TextTable(
                "network",
                "scheme",
                "G",
                "size",
                "scale",
                "parameters",
                "MACs (G)",
                "radius",
                "source")
            .keys("network", "scale");
    for (NetworkSpec spec : catalogue.networks().values()) {
      for (int scale : Scale.ALL) {
        NetworkSize size = NetworkSize.of(spec, scale);
        table.row(
            spec.name(),
            spec.scheme().facts().name(),
            spec.vectorField().name(),
            spec.blocks() + " x " + spec.channels(),
            "x" + scale,
            String.format(Locale.ROOT, "%,d", size.parameters()),
            String.format(Locale.ROOT, "%.1f", size.macs() / 1e9),
            size.radiusText(),
            spec.source());
      }
    }
    command.commandLine().getOut().print(table.toText());
    command
        .commandLine()
        .getOut()
        .print(
            Paragraphs.of(
                "Vector fields for --vector-field: "
                    + String.join(", ", catalogue.vectorFields().keySet())
                    + "\n"));
    models(catalogue);
    QuietWriter.remarks(command.commandLine())
        .print(
            Paragraphs.of(
                "Next: %s; %s\n"
                    .formatted(
                        Paragraphs.unbroken(Suggestion.of("inspect NETWORK")),
                        Paragraphs.unbroken(
                            Suggestion.of("train NETWORK --scale 2 --data IMAGES --out RUN")))));
    return 0;
  }

  /** Lists the trained weights, if there are any. */
  private void models(Catalogue catalogue) {
    Collection<Model> models = ModelCatalogue.onClassPath().models().values();
    if (models.isEmpty()) {
      return;
    }
    TextTable table =
        new TextTable("trained weights", "for images", "scale", "network", "parameters");
    for (Model model : models) {
      WeightsInfo info = WeightsInfo.read(model);
      NetworkSpec spec = info.spec(catalogue);
      table.row(
          model.name(),
          model.kind().toString(),
          "x" + model.scale(),
          spec.name() + " " + spec.blocks() + " x " + spec.channels(),
          String.format(Locale.ROOT, "%,d", NetworkSize.of(spec, model.scale()).parameters()));
    }
    command.commandLine().getOut().printf("%n%s", table.toText());
    QuietWriter.remarks(command.commandLine())
        .print(
            Paragraphs.of(
                "'%s' takes the one that suits.\n\n"
                    .formatted(Paragraphs.unbroken(Suggestion.of("upscale PHOTO --out LARGE")))));
  }
}
