package io.butcherblock.commands;

import io.butcherblock.check.Batches;
import io.butcherblock.check.Check;
import io.butcherblock.check.CheckJson;
import io.butcherblock.check.CheckPart;
import io.butcherblock.check.CheckResult;
import io.butcherblock.check.CheckText;
import io.butcherblock.check.OfficialCase;
import io.butcherblock.check.Settings;
import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.export.Producer;
import io.butcherblock.files.WholeFile;
import io.butcherblock.image.ImageSize;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.options.Converters;
import io.butcherblock.options.JsonOption;
import io.butcherblock.options.Mixins;
import io.butcherblock.options.NetworkChoice;
import io.butcherblock.options.OtherKind;
import io.butcherblock.options.OutputFiles;
import io.butcherblock.options.OutputKind;
import io.butcherblock.progress.Progress;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.PyTorch;
import io.butcherblock.throughput.RoundSettings;
import io.butcherblock.throughput.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: checks that this machine's results are correct, and measures its speed. */
@Command(
    name = "check",
    description = {
      "Checks this machine from end to end: tells its device, compares networks on the device, as"
          + " planned and on the CPU, makes steps of training, and measures throughput, on request"
          + " compared with Python's PyTorch in the same rounds.",
      "Needs no data. Fails if anything is not equal that should be.",
      "",
      "Example: butcherblock check --device cuda --pytorch python3 --json check.json"
    })
final class CheckCommand implements Callable<Integer> {

  private static final int SCALE = 2;
  private static final int COLORS = 3;
  private static final List<String> FOR_CPU = List.of("oisr-lf-s");
  private static final List<String> FOR_GPU = List.of("oisr-lf-s", "oisr-rk2", "oisr-rk3");
  private static final List<OptionalInt> PATCHES = List.of(OptionalInt.of(16));
  private static final List<OptionalInt> PATCHES_FOR_GPU =
      List.of(OptionalInt.of(16), Converters.PatchCount.LARGEST);

  private static final String WITHOUT_PYTORCH = "not compared; --pytorch python3 compares with it";

  /** Enlarged to 1280x720 and 3840x2160. */
  private static final ImageSize HD = new ImageSize(640, 360);

  private static final ImageSize UHD = new ImageSize(1920, 1080);

  @Spec private CommandSpec command;

  @Mixin private OutputFiles outputs;

  @Mixin private Mixins.DeviceOptions deviceOptions;

  @Option(
      names = "--networks",
      paramLabel = "NAME",
      split = ",",
      description =
          "What is checked, at x2 (default: oisr-lf-s, and on a GPU oisr-rk2 and oisr-rk3 too).")
  private List<String> names;

  @Option(
      names = "--parts",
      paramLabel = "PART",
      split = ",",
      converter = Converters.PartOfCheck.class,
      defaultValue = "parity,gradients,training,training-rate,inference-rate",
      description = "What is done (default: ${DEFAULT-VALUE}).")
  private List<CheckPart> parts;

  @Option(
      names = "--precisions",
      paramLabel = "NAME",
      split = ",",
      defaultValue = "fp32,tf32,bf16",
      converter = Converters.PrecisionName.class,
      description =
          "In which precisions, on a GPU; on a CPU it is fp32 (default: ${DEFAULT-VALUE}).")
  private List<Precision> precisions;

  @Option(
      names = "--patches",
      paramLabel = "N",
      split = ",",
      converter = Converters.PatchCount.class,
      description =
          "Patches of a batch whose throughput is measured; 'largest' is the largest power of two"
              + " that a GPU has memory for (default: 16, and on a GPU the largest too).")
  private List<OptionalInt> patches;

  @Option(
      names = "--patch",
      paramLabel = "N",
      defaultValue = "48",
      converter = Converters.PositiveInteger.class,
      description = "Side of a low-resolution patch in pixels (default: ${DEFAULT-VALUE}).")
  private int side;

  @Option(
      names = "--image",
      paramLabel = "WxH",
      split = ",",
      converter = Converters.WidthAndHeight.class,
      description =
          "Low-resolution images whose throughput is measured (default: 640x360, enlarged to"
              + " 1280x720, and on a GPU 1920x1080 too).")
  private List<ImageSize> images;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      converter = Converters.PositiveInteger.class,
      description = "Rounds of measurements, of which the median counts (default: 3).")
  private int rounds;

  @Option(
      names = "--seconds",
      paramLabel = "X",
      defaultValue = "0.5",
      converter = Converters.PositiveNumber.class,
      description = "How long each subject works in a round, about (default: 0.5).")
  private double seconds;

  @Option(
      names = "--parity",
      paramLabel = "DIR",
      description = "Compare with outputs and losses of the official implementation, too.")
  private Path parity;

  @Option(
      names = "--pytorch",
      paramLabel = "PYTHON",
      description = "A Python with PyTorch, to compare with.")
  private String python;

  @Option(
      names = "--variants",
      paramLabel = "NAME",
      split = ",",
      converter = Converters.PythonVariant.class,
      defaultValue = "eager,eager-channels-last,compiled-channels-last",
      description =
          "How Python runs the networks; there is 'compiled' too (default: ${DEFAULT-VALUE}).")
  private List<Variant> variants;

  @Mixin private JsonOption json;

  @Override
  public Integer call() throws IOException {
    json.begin(outputs, OutputKind.CHECK);
    List<OfficialCase> official = parity == null ? List.of() : OfficialCase.in(parity);
    Map<String, NetworkSpec> all = Catalogue.onClassPath().networks();
    for (OfficialCase each : official) {
      NetworkSpec unused = each.spec(all);
    }
    Optional<List<NetworkSpec>> named = Optional.ofNullable(names).map(each -> named(all, each));
    try (Device device = deviceOptions.open()) {
      Settings settings =
          new Settings(
              named.orElseGet(() -> named(all, device.is_cpu() ? FOR_CPU : FOR_GPU)),
              SCALE,
              EnumSet.copyOf(parts),
              precisions,
              batches(device),
              images(device),
              new RoundSettings(rounds, seconds));
      // It takes a while to start: what is wrong with the options has been told by now.
      try (PyTorch pytorch = python == null ? null : startPython()) {
        return tell(run(new Check(settings, device, Optional.ofNullable(pytorch), official, all)));
      }
    }
  }

  private PyTorch startPython() {
    PrintWriter err = command.commandLine().getErr();
    return new PyTorch(
        python,
        variants,
        () -> {
          err.println("Starting PyTorch in " + PlainText.of(python) + " ...");
          err.flush();
        });
  }

  private static List<NetworkSpec> named(Map<String, NetworkSpec> all, List<String> names) {
    return names.stream()
        .distinct()
        .map(name -> NetworkChoice.named("network", name, all, "networks", OtherKind.NO_OPTIONS))
        .toList();
  }

  private Batches batches(Device device) {
    List<OptionalInt> wanted = patches;
    if (wanted == null) {
      wanted = device.is_cpu() ? PATCHES : PATCHES_FOR_GPU;
    }
    boolean largest = wanted.contains(Converters.PatchCount.LARGEST);
    if (largest && device.is_cpu()) {
      throw new ButcherblockException(
          "--patches largest is what a GPU's memory suffices for; on the CPU give a number.");
    }
    List<Integer> counts =
        wanted.stream().flatMapToInt(OptionalInt::stream).distinct().boxed().toList();
    counts.forEach(count -> checkSize("--patches", new Input(count, side, side)));
    return new Batches(counts, largest, side);
  }

  private List<Input> images(Device device) {
    List<ImageSize> wanted = images;
    if (wanted == null) {
      wanted = device.is_cpu() ? List.of(HD) : List.of(HD, UHD);
    }
    List<Input> inputs =
        wanted.stream()
            .distinct()
            .map(image -> new Input(1, image.width(), image.height()))
            .toList();
    inputs.forEach(input -> checkSize("--image", input));
    return inputs;
  }

  /** Refuses before the first part what the last one could not make: an array has an end. */
  private static void checkSize(String option, Input input) {
    if ((double) input.images() * input.width() * input.height() * COLORS * SCALE * SCALE
        > Integer.MAX_VALUE) {
      throw new ButcherblockException(
          "%s: %s x %s x %s pixels are too many to be enlarged at once; give less."
              .formatted(option, input.images(), input.width(), input.height()));
    }
  }

  private CheckResult run(Check check) throws IOException {
    String version = Producer.version();
    ProgressDisplay display = ProgressDisplay.onStandardError(command.commandLine().getErr());
    try (Progress progress = display.start("check", "parts", 0, check.steps())) {
      return check.run(
          progress,
          soFar ->
              json.file()
                  .ifPresent(file -> WholeFile.writeText(file, CheckJson.of(soFar, version))));
    }
  }

  private Integer tell(CheckResult result) {
    PrintWriter out = command.commandLine().getOut();
    out.print(CheckText.of(result, WITHOUT_PYTORCH));
    if (json.file().isPresent()) {
      out.println("written: " + PlainText.of(json.file().get()));
    } else if (json.isGiven()) {
      json.writeText(CheckJson.of(result, Producer.version()));
    }
    out.print(CheckText.conclusion(result));
    List<String> failures = result.failures();
    if (!failures.isEmpty()) {
      throw new ButcherblockException(
          "The check failed: %s%s."
              .formatted(
                  failures.get(0),
                  failures.size() == 1 ? "" : "; and " + (failures.size() - 1) + " more, above"));
    }
    return ExitCode.OK;
  }
}
