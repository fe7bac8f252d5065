package io.butcherblock.options;

import io.butcherblock.InferenceOptions;
import io.butcherblock.console.QuietWriter;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.NativeLibraries;
import io.butcherblock.device.Precision;
import io.butcherblock.device.PrecisionChoice;
import io.butcherblock.error.ButcherblockException;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Options that several commands have, for picocli to mix into them. */
public final class Mixins {

  private Mixins() {}

  /**
   * The options that every command has. The fields are for picocli, which acts on help and version
   * by itself; verbosity must be known before the options are, so the program looks for its name
   * among the arguments.
   */
  @SuppressWarnings("UnusedVariable") // Written by reflection, read by nobody; see above.
  public static final class CommonOptions {

    public static final String VERBOSE = "--verbose";

    private static final String QUIET = "--quiet";

    @Option(
        names = {"-h", "--help"},
        usageHelp = true,
        scope = ScopeType.INHERIT,
        description = "Show this help and exit.")
    private boolean help;

    @Option(
        names = {"-V", "--version"},
        versionHelp = true,
        description = "Print the version and exit.")
    private boolean version;

    @Option(
        names = QUIET,
        scope = ScopeType.INHERIT,
        description = "Print results and errors only: no progress, no notes.")
    private boolean quiet;

    @Option(
        names = VERBOSE,
        scope = ScopeType.INHERIT,
        description = "Say more, and show the stack trace of a failure.")
    private boolean verbose;

    /**
     * The standard error of a command: as quiet as it is asked to be.
     *
     * @throws ParameterException if it is to be verbose as well
     */
    public static PrintWriter err(ParseResult parsed, PrintWriter err) {
      List<CommandLine> commands = parsed.asCommandLineList();
      if (!isGiven(QUIET, commands)) {
        return err;
      }
      if (isGiven(VERBOSE, commands)) {
        throw new ParameterException(
            commands.get(commands.size() - 1),
            "--quiet and --verbose cannot both be followed; leave one out");
      }
      return new QuietWriter(err);
    }

    /**
     * Which of {@code --quiet} and {@code --verbose} a command was given, before its name or
     * behind.
     */
    public static List<String> given(CommandSpec command) {
      List<CommandLine> commands = List.of(command.root().commandLine(), command.commandLine());
      return Stream.of(QUIET, VERBOSE).filter(option -> isGiven(option, commands)).toList();
    }

    private static boolean isGiven(String option, List<CommandLine> commands) {
      return commands.stream().anyMatch(each -> each.getParseResult().hasMatchedOption(option));
    }
  }

  /** {@code --seed}, for commands that draw random numbers. */
  public static final class SeedOption {

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        converter = Converters.Seed.class,
        description = "Seed of all random numbers (default: ${DEFAULT-VALUE}).")
    private long seed;

    public long seed() {
      return seed;
    }
  }

  /** {@code --precision}, for commands that run networks. */
  public static final class PrecisionOption {

    @Option(
        names = "--precision",
        paramLabel = "fp32|tf32|bf16",
        defaultValue = "fp32",
        description =
            "How exactly convolutions are computed: fp32; tf32, on GPUs from Ampere on; or bf16."
                + " Weights are float32 in all of them (default: fp32).")
    private Precision precision;

    public Precision precision() {
      return precision;
    }
  }

  /** {@code --precision}, for commands that run trained networks. */
  static final class PrecisionChoiceOption {

    @Option(
        names = "--precision",
        paramLabel = "fp32|tf32|bf16|auto",
        defaultValue = "fp32",
        description =
            "How exactly convolutions are computed: fp32; tf32, on GPUs from Ampere on; bf16; or"
                + " auto, bf16 where a trial finds it faster and its rounding lowers the PSNR of"
                + " a test image by less than 0.01 dB (default: fp32).")
    private PrecisionChoice precision;

    public PrecisionChoice precision() {
      return precision;
    }
  }

  /** {@code --device} and {@code --threads}, for commands that run a network. */
  public static final class DeviceOptions {

    /** Why no GPU can be used where this program was built without what that needs. */
    private static final String BUILT_WITHOUT_CUDA =
        "this build has no CUDA (build with 'mvn -Pgpu,program package' for it)";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
        names = "--device",
        paramLabel = "auto|cpu|cuda",
        description =
            "Where the network runs; auto takes a GPU if there is one, and says on standard error"
                + " which, or why not (default: auto).")
    private DeviceChoice device;

    @Option(
        names = "--threads",
        paramLabel = "N",
        converter = Converters.PositiveInteger.class,
        description = "Threads of LibTorch (default: one a core).")
    private Integer threads;

    /** Sets the threads, opens the device and says which it is; the caller closes it. */
    public Device open() {
      return open(0);
    }

    /** Opens the device of one of several processes on this machine, whose GPU has its number. */
    public Device open(int localRank) {
      if (device == DeviceChoice.CUDA && !NativeLibraries.forGpusAreOnClassPath()) {
        throw new ButcherblockException(
            "No GPU can be used: "
                + BUILT_WITHOUT_CUDA
                + "; leave --device out to run on the CPU.");
      }
      Device opened = LibTorch.device(device == null ? DeviceChoice.AUTO : device, localRank);
      if (threads != null) {
        LibTorch.useThreads(threads);
      }
      say(opened);
      return opened;
    }

    /**
     * Sets the threads and says where the network runs; returns what was chosen.
     *
     * @param localRank the number of this process on its machine, which is that of its GPU
     */
    public DeviceChoice prepare(int localRank) {
      open(localRank).close();
      return device == null ? DeviceChoice.AUTO : device;
    }

    /** Why no GPU is used is news where one could be expected, or where the person asked. */
    private void say(Device opened) {
      PrintWriter err = command.commandLine().getErr();
      if (!opened.is_cpu()) {
        err.println("Running on " + LibTorch.describe(opened) + ".");
      } else if (device == DeviceChoice.AUTO
          || (device == null && NativeLibraries.forGpusAreOnClassPath())) {
        LibTorch.whyNoGpu()
            .map(why -> NativeLibraries.forGpusAreOnClassPath() ? why : BUILT_WITHOUT_CUDA)
            .ifPresent(why -> err.println("Running on the CPU: " + why + "."));
      }
      err.flush();
    }
  }

  /** {@code --tile} and {@code --self-ensemble}, for commands that enlarge images. */
  static final class UpscalerOptions {

    @Option(
        names = "--tile",
        paramLabel = "N|auto",
        defaultValue = "auto",
        converter = Converters.TileSide.class,
        description = "Largest side of a tile in input pixels (default: auto, what fits 512 MiB).")
    private OptionalInt tile;

    @Option(
        names = "--self-ensemble",
        description = "Average the output over the eight symmetries of the square.")
    private boolean selfEnsemble;

    /** The options given, put into {@code options}. */
    InferenceOptions set(InferenceOptions options) {
      InferenceOptions chosen = options.withSelfEnsemble(selfEnsemble);
      return tile.isPresent() ? chosen.withTileSize(tile.getAsInt()) : chosen;
    }

    OptionalInt tileSize() {
      return tile;
    }

    boolean selfEnsemble() {
      return selfEnsemble;
    }

    /** The size that was asked for: a number, or {@code auto}. */
    String tile() {
      return tile.isPresent() ? String.valueOf(tile.getAsInt()) : "auto";
    }
  }
}
