package io.butcherblock.commands;

import io.butcherblock.device.LibTorch;
import io.butcherblock.error.PlainText;
import io.butcherblock.names.Counted;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.options.FileEndings;
import io.butcherblock.options.NetworkChoice;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: weights of Python as ours, which say what they are of. */
@Command(
    name = "import",
    description = {
      "Makes a safetensors file of a PyTorch checkpoint (.pt, .pth): checks that it is of the"
          + " network, and notes in it the network, its size and scale, so that other commands"
          + " need not be told.",
      "Nothing in the checkpoint is executed. The other commands read it as it is, too.",
      "",
      "Example: butcherblock import oisr-lf-s lf-s-x2.pt --scale 2 --out lf-s-x2.safetensors"
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Mixin private NetworkChoice choice;

  @Mixin private OutputFiles outputs;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description = "State dict of torch.save, old format or zip; or a safetensors file.")
  private Path file;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      converter = FileEndings.SafetensorsFile.class,
      description = "The safetensors file to write.")
  private Path out;

  @Override
  public Integer call() {
    outputs.check(out, OutputKind.WEIGHTS, List.of(file));
    WeightsInfo saved = WeightsInfo.read(file);
    NetworkSpec spec = choice.spec(saved);
    int scale = choice.scale(saved);
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = Weights.open(file, spec, scale, cpu)) {
      Weights.save(out, network.parameters(), WeightsInfo.of(network).orElse(saved).toMap());
      String size =
          String.format(
              Locale.ROOT,
              "%s x%d, %s x %s, %,d parameters",
              spec.name(),
              scale,
              Counted.of(spec.blocks(), "block"),
              Counted.of(spec.channels(), "channel"),
              network.parameters().count());
      command.commandLine().getOut().println(PlainText.of(file + " -> " + out) + " (" + size + ")");
    }
    return 0;
  }
}
