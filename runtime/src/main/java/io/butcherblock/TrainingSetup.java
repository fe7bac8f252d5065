package io.butcherblock;

import io.butcherblock.checkpoint.WeightsInfo;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.patches.PatchLoader;
import io.butcherblock.train.Preset;
import io.butcherblock.train.RunFolder;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.train.TrainingStep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/**
 * What a {@link TrainingRun} is to do. Each method changes this setup and returns it; {@link #open}
 * begins.
 */
public final class TrainingSetup {

  private final NetworkSpec spec;
  private final int scale;
  private TrainingOptions options = Preset.SHORT.options();
  private Optional<TrainingImages> images = Optional.empty();
  private List<Path> training = List.of();
  private List<Path> validation = List.of();
  private Optional<Path> folder = Optional.empty();
  private Optional<Path> firstWeights = Optional.empty();
  private Optional<String> recipe = Optional.empty();
  private boolean resumes;
  private DeviceChoice device = DeviceChoice.AUTO;
  private Precision precision = Precision.FP32;
  private ProcessGroup processes = new SingleProcess();

  TrainingSetup(NetworkSpec spec, int scale) {
    this.spec = spec;
    this.scale = scale;
  }

  /** Patches, length, optimizer, learning rate and seed. */
  public TrainingSetup options(TrainingOptions value) {
    options = value;
    return this;
  }

  /** The name of the recipe that the options are, for the record in the run's folder. */
  public TrainingSetup recipe(String name) {
    recipe = Optional.of(name);
    return this;
  }

  /**
   * Folders of training images, in one of the layouts of {@link
   * io.butcherblock.data.PairedDataset}.
   */
  public TrainingSetup images(Path... folders) {
    training = List.of(folders);
    return this;
  }

  /**
   * Folders of images to validate on, in the same layouts; without them one in twenty of the
   * training images, eight at most, is held out.
   */
  public TrainingSetup validation(Path... folders) {
    validation = List.of(folders);
    return this;
  }

  /** The images themselves, in place of folders. */
  public TrainingSetup images(TrainingImages value) {
    images = Optional.of(value);
    return this;
  }

  /**
   * Where weights, log and state are written: a folder that holds no run yet, or with {@link
   * #resume} one that does. Without it nothing is written.
   */
  public TrainingSetup folder(Path value) {
    folder = Optional.of(value);
    return this;
  }

  /** Whether to go on with the run in the folder where it was saved last, if there is one. */
  public TrainingSetup resume(boolean whether) {
    resumes = whether;
    return this;
  }

  /**
   * Weights to begin with in place of random ones; of another scale all but the upsampler are
   * taken, as networks for x3 and x4 begin with those of x2.
   */
  public TrainingSetup startFrom(Path weights) {
    firstWeights = Optional.of(weights);
    return this;
  }

  /** Where the network is trained. */
  public TrainingSetup device(DeviceChoice value) {
    device = value;
    return this;
  }

  /** How exactly convolutions are computed; weights and their gradients are float32. */
  public TrainingSetup precision(Precision value) {
    precision = value;
    return this;
  }

  /**
   * The processes that train together, each of which opens the same setup; stays the caller's to
   * close.
   */
  @SuppressWarnings(
      "exports") // Processes are started by the program, which this package is open to.
  public TrainingSetup processes(ProcessGroup group) {
    processes = group;
    return this;
  }

  /**
   * Finds the images, builds the network, and begins or resumes the run.
   *
   * @return the run, which the caller closes
   * @throws ButcherblockException if images are missing or too small, the folder holds a run that
   *     is not to be resumed or cannot be, the first weights are of another network, the device or
   *     precision is not to be had, or processes differ in what they are to do
   */
  public TrainingRun open() {
    try (Device on = LibTorch.device(device, processes.localRank())) {
      return open(on);
    }
  }

  /**
   * The same on a device that the caller opened, and closes; {@link #device(DeviceChoice)} does not
   * count.
   */
  public TrainingRun open(Device on) {
    TrainingImages used = images.orElseGet(() -> TrainingImages.of(training, validation, scale));
    PatchLoader.checkSizes(used.training(), options.patch());
    CommandAgreement.check(processes, facts(used));
    firstWeights.ifPresent(this::checkFirstWeights);
    return new TrainingRun(this, used, on);
  }

  /** What must be the same in all processes of a run. */
  private List<String> facts(TrainingImages used) {
    List<String> facts = new ArrayList<>();
    WeightsInfo.of(spec, scale).toMap().forEach((name, value) -> facts.add(name + " " + value));
    options.describe().forEach((name, value) -> facts.add(name + " " + value));
    facts.add(used.training().size() + " images");
    used.training().forEach(image -> facts.add("the image " + image.name()));
    facts.add("precision " + precision);
    return facts;
  }

  /** Shapes do not tell everything: PReLU before and behind a convolution have the same. */
  private void checkFirstWeights(Path file) {
    Map<String, String> saved = WeightsInfo.read(file).toMap();
    WeightsInfo.of(spec, scale)
        .parts()
        .forEach(
            (part, wanted) -> {
              String other = saved.getOrDefault(part, wanted);
              if (!other.equals(wanted)) {
                throw ButcherblockException.of(
                    "%s holds weights of a network with %s %s, not %s; train one with %s, or start"
                        + " from another file.",
                    file,
                    part.replace('_', ' '),
                    other,
                    wanted,
                    Setting.valueOf(part.toUpperCase(Locale.ROOT)).of(other));
              }
            });
  }

  NetworkSpec spec() {
    return spec;
  }

  int scale() {
    return scale;
  }

  TrainingOptions options() {
    return options;
  }

  Precision precision() {
    return precision;
  }

  ProcessGroup processes() {
    return processes;
  }

  Optional<Path> firstWeights() {
    return firstWeights;
  }

  /** Whether this process writes a folder. */
  boolean keepsFolder() {
    return folder.isPresent() && processes.rank() == 0;
  }

  /** Whether the folder of the run is there already and is to be gone on with. */
  boolean goesOn() {
    return resumes && folder.isPresent() && RunFolder.exists(folder.get());
  }

  /** Begins or resumes the run in its folder. */
  RunFolder openFolder(TrainingStep step) {
    Map<String, String> origin = new LinkedHashMap<>();
    recipe.ifPresent(name -> origin.put("preset", name));
    if (goesOn()) {
      return RunFolder.resume(folder.orElseThrow(), step, options, origin);
    }
    firstWeights.ifPresent(file -> origin.put("start_from", file.toString()));
    return RunFolder.begin(folder.orElseThrow(), step, options, origin);
  }
}
