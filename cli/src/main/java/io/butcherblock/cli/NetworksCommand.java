package io.butcherblock.cli;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import io.butcherblock.report.TextTable;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

  @Override
  public Integer call() {
    Catalogue catalogue = Catalogue.onClassPath();
    if (catalogue.networks().isEmpty()) {
      throw new ButcherblockException(
          "There is no network on the class path; did the compiler, dsl-processor, run as"
              + " annotation processor?");
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
            "source");
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
        .println(
            "Vector fields for --vector-field: "
                + String.join(", ", catalogue.vectorFields().keySet()));
    command
        .commandLine()
        .getOut()
        .println(
            "Next: %1$s inspect NETWORK; %1$s train NETWORK --scale 2 --data IMAGES --out RUN"
                .formatted(Main.NAME));
    return 0;
  }
}
