package io.butcherblock.cli;

import io.butcherblock.checkpoint.ExportFormat;
import io.butcherblock.checkpoint.Weights;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: weights for Python. */
@Command(
    name = "export",
    description = {
      "Writes weights for Python, with the keys of the official implementation and its mean shift.",
      "",
      "Example: butcherblock export --weights lf-s-x2.safetensors --format torch --out lf-s-x2.pt"
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Option(
      names = "--weights",
      required = true,
      paramLabel = "FILE",
      description = "The weights: a safetensors file or a PyTorch state dict.")
  private Path weights;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "torch|safetensors",
      description =
          "torch: for torch.load(FILE, weights_only=True); safetensors: for"
              + " safetensors.torch.load_file.")
  private ExportFormat format;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write.")
  private Path out;

  @Override
  public Integer call() {
    Weights.export(weights, format, out);
    command.commandLine().getOut().println(weights + " -> " + out);
    return 0;
  }
}
