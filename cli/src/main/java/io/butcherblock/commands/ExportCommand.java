package io.butcherblock.commands;

import io.butcherblock.device.LibTorch;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.export.PythonModule;
import io.butcherblock.models.Model;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.options.ExportTarget;
import io.butcherblock.options.FileEndings;
import io.butcherblock.options.ModelNames;
import io.butcherblock.options.NetworkOptions;
import io.butcherblock.options.OutputFiles;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code export}: weights for Python, and networks for other runtimes. */
@Command(
    name = "export",
    description = {
      "Writes a network for other runtimes or as Python source, or its weights for Python.",
      "",
      "onnx: a model for ONNX Runtime and others, operator set 17.",
      "torchscript: a module for torch.jit.load(FILE).",
      "Both enlarge float32 images [N, 3, H, W], RGB in 0..255, of any number and size; what they"
          + " return is neither clamped nor rounded. Weights that do not say of which network they"
          + " are want NETWORK and --scale.",
      "",
      "torch: weights for torch.load(FILE, weights_only=True).",
      "safetensors: weights for safetensors.torch.load_file(FILE).",
      "Both have the keys of the official implementation and its mean shift.",
      "",
      "python: the network as the source of a PyTorch module, to be read, changed and trained in"
          + " Python; it has no weights in it, so NETWORK and --scale are enough.",
      "",
      "Examples: butcherblock export --weights lf-s-x2.safetensors --format onnx --out"
          + " lf-s-x2.onnx",
      "          butcherblock export clean-x2 --format onnx --out clean-x2.onnx",
      "          butcherblock export --weights lf-s-x2.safetensors --format torch --out lf-s-x2.pt"
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NETWORK",
      description =
          "With --weights, for onnx, torchscript and python: name of a network (default: what the"
              + " weights say of themselves); without, of trained weights that come along, and for"
              + " python of any network.")
  private String name;

  @Mixin private NetworkOptions options;

  @Mixin private OutputFiles outputs;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "The weights: a safetensors file or a PyTorch state dict (default: the trained weights"
              + " NETWORK).")
  private Path weights;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "onnx|torchscript|python|torch|safetensors",
      description = "What to write, see above.")
  private ExportTarget format;

  @Option(
      names = {"-o", "--out"},
      required = true,
      paramLabel = "FILE",
      description = "The file to write.")
  private Path out;

  @Override
  public Integer call() {
    FileEndings.contradiction(out, format.name().toLowerCase(Locale.ROOT), format.endings())
        .ifPresent(
            words -> {
              throw new ParameterException(command.commandLine(), "--out: " + words);
            });
    if (weights == null && name == null && format == ExportTarget.PYTHON) {
      throw new ParameterException(
          command.commandLine(), "Which network is missing: give NETWORK, or --weights FILE");
    } else if (weights == null && format == ExportTarget.PYTHON && isNetwork(name)) {
      outputs.check(out, format.kind(), List.of());
      writeSource(options.spec(name, WeightsInfo.NONE), WeightsInfo.NONE);
    } else if (weights == null) {
      Model model = ModelNames.named(command.commandLine(), name);
      options.refuse(model);
      outputs.check(out, format.kind(), List.of());
      model.withFile(file -> export(file, null));
    } else {
      ModelNames.refuseAsFile(weights);
      outputs.check(out, format.kind(), List.of(weights));
      export(weights, name);
    }
    String source = weights == null ? name : weights.toString();
    command.commandLine().getOut().println(PlainText.of(source + " -> " + out));
    return 0;
  }

  /**
   * Writes the result.
   *
   * @param file the weights
   * @param named the network; null for what the weights say of themselves
   * @return the file that was written
   */
  private Path export(Path file, String named) {
    if (format.weights().isEmpty()) {
      exportNetwork(file, named);
    } else if (named != null || options.isGiven()) {
      throw new ButcherblockException(
          "Weights alone are written as they are: leave out the network's name and the options that"
              + " change it, or choose --format onnx, torchscript or python.");
    } else {
      Weights.export(file, format.weights().orElseThrow(), out);
    }
    return out;
  }

  /** Whether a name is that of no trained weights, and so of a network or of nothing there is. */
  private static boolean isNetwork(String name) {
    return ModelNames.find(name).isEmpty();
  }

  private void writeSource(NetworkSpec spec, WeightsInfo saved) {
    PythonModule.write(out, spec, options.scale(saved));
  }

  private void exportNetwork(Path file, String named) {
    WeightsInfo saved = WeightsInfo.read(file);
    String proposal = "export NETWORK --scale S ...";
    NetworkSpec spec = options.spec(NetworkOptions.name(named, saved, file, proposal), saved);
    if (format == ExportTarget.PYTHON) {
      writeSource(spec, saved);
      return;
    }
    int scale = options.scale(saved);
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = Weights.open(file, spec, scale, cpu)) {
      format.write(out, network, saved);
    }
  }
}
