package io.butcherblock;

import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.distributed.CommandAgreement;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FileFailure;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Scale;
import io.butcherblock.patches.BatchShard;
import io.butcherblock.patches.PatchOptions;
import io.butcherblock.run.ImagesDigest;
import io.butcherblock.run.RunFolder;
import io.butcherblock.run.RunSettings;
import io.butcherblock.run.RunWriter;
import io.butcherblock.train.CurrentLevel;
import io.butcherblock.train.Levels;
import io.butcherblock.train.OnDivergence;
import io.butcherblock.train.Preset;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.TrainingOptions;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;

/**
 * Builder of a {@link TrainingRun}. Each method changes this setup and returns it; {@link #open()}
 * builds the run. Not safe for several threads.
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
  private OnDivergence onDivergence = OnDivergence.STOP;
  private boolean writesEvents = true;
  private Map<String, List<String>> arguments = Map.of();
  private int statesKept = RunSettings.STATES_KEPT;
  private ProcessGroup processes = new SingleProcess();

  TrainingSetup(NetworkSpec spec, int scale) {
    this.spec = Objects.requireNonNull(spec, "spec");
    this.scale = scale;
  }

  /**
   * Sets patches, batch, length of the run, optimizer, learning rate and seed.
   *
   * @param value in place of the options of {@link Preset#SHORT}
   * @return this setup
   */
  public TrainingSetup options(TrainingOptions value) {
    options = Objects.requireNonNull(value, "options");
    return this;
  }

  /**
   * Sets the name of the recipe that the options come from, which is recorded in the run's folder.
   *
   * @param name such as {@code paper}
   * @return this setup
   */
  public TrainingSetup recipe(String name) {
    recipe = Optional.of(Objects.requireNonNull(name, "recipe"));
    return this;
  }

  /**
   * Sets the folders of training images.
   *
   * @param folders in one of the layouts of {@link io.butcherblock.data.PairedDataset}
   * @return this setup
   */
  public TrainingSetup images(Path... folders) {
    training = paths(folders);
    images = Optional.empty();
    return this;
  }

  /**
   * Sets folders of images to validate on. Without them every twentieth training image, eight at
   * most, is validated on and not trained on.
   *
   * @param folders in one of the layouts of {@link io.butcherblock.data.PairedDataset}
   * @return this setup
   */
  public TrainingSetup validation(Path... folders) {
    validation = paths(folders);
    return this;
  }

  /**
   * Sets the images to train and validate on, in place of folders.
   *
   * @param value of the scale of this setup
   * @return this setup
   */
  public TrainingSetup images(TrainingImages value) {
    images = Optional.of(Objects.requireNonNull(value, "images"));
    return this;
  }

  /**
   * Sets the folder that weights, log and state are written to. Without one nothing is written.
   *
   * @param value a folder that holds no run yet, or, with {@link #resume}, one that does
   * @return this setup
   */
  public TrainingSetup folder(Path value) {
    folder = Optional.of(Objects.requireNonNull(value, "folder"));
    return this;
  }

  /**
   * Sets whether to resume the run in the folder from its last saved state. If no state of a run is
   * saved there, a new one begins. It needs a {@link #folder}.
   *
   * @param whether false by default: a folder that holds a run is then refused
   * @return this setup
   */
  public TrainingSetup resume(boolean whether) {
    resumes = whether;
    return this;
  }

  /**
   * Sets what a program was given to make this setup, which the run's folder keeps, so that the
   * program can make it again; {@link RunFolder#arguments} reads it.
   *
   * @param value texts by name; they change nothing in the run
   * @return this setup
   */
  public TrainingSetup arguments(Map<String, List<String>> value) {
    arguments = Objects.requireNonNull(value, "arguments");
    return this;
  }

  /**
   * Sets how many saved states the folder keeps. Each holds the weights three times: themselves and
   * both of Adam's moments.
   *
   * @param count the newest ones, at least 1; 2 by default, so that there is one to fall back on if
   *     the newest should be damaged
   * @return this setup
   * @throws ButcherblockException if it is below 1
   */
  public TrainingSetup statesKept(int count) {
    if (count < 1) {
      throw new ButcherblockException("At least 1 saved state is kept, not " + count + ".");
    }
    statesKept = count;
    return this;
  }

  /**
   * Sets whether the run writes event files for TensorBoard into its folder, with what the log has
   * and with validation images.
   *
   * @param whether true by default
   * @return this setup
   */
  public TrainingSetup tensorBoard(boolean whether) {
    writesEvents = whether;
    return this;
  }

  /**
   * Sets what the run does when its loss is no longer a number or has exploded: has grown a
   * thousandfold since its lowest, and beyond that of an image that is all wrong.
   *
   * @param value to stop by default; to retry, a run needs a folder
   * @return this setup
   */
  public TrainingSetup onDivergence(OnDivergence value) {
    onDivergence = Objects.requireNonNull(value, "onDivergence");
    return this;
  }

  /**
   * Sets a weights file to begin with, in place of random initial weights. If it is of another
   * scale, all weights but the upsampler's are taken, as networks for x3 and x4 begin with those of
   * x2.
   *
   * @param weights a safetensors file or a state dict of {@code torch.save}
   * @return this setup
   */
  public TrainingSetup startFrom(Path weights) {
    firstWeights = Optional.of(Objects.requireNonNull(weights, "weights"));
    return this;
  }

  /**
   * Sets where the network is trained; by default on a GPU if there is one that works.
   *
   * @param value the CPU, a GPU, or either
   * @return this setup
   */
  public TrainingSetup device(DeviceChoice value) {
    device = Objects.requireNonNull(value, "device");
    return this;
  }

  /**
   * Sets how exactly convolutions are computed; weights and their gradients are float32 in any
   * case.
   *
   * @param value float32 by default
   * @return this setup
   */
  public TrainingSetup precision(Precision value) {
    precision = Objects.requireNonNull(value, "precision");
    return this;
  }

  /**
   * Sets the process group that trains together; each of its processes opens the same setup.
   *
   * @param group stays the caller's, who closes it after the run
   * @return this setup
   */
  @SuppressWarnings(
      "exports") // Processes are started by the program, which this package is open to.
  public TrainingSetup processes(ProcessGroup group) {
    processes = Objects.requireNonNull(group, "processes");
    return this;
  }

  /**
   * Finds the images, builds the network, and begins or resumes the run.
   *
   * @return the run, which the caller closes
   * @throws ButcherblockException if images are missing or all too small, the folder holds a run
   *     that is not to be resumed or cannot be, the first weights are of another network, the
   *     device or the precision is not available, or the processes of the group were given
   *     different setups
   */
  public TrainingRun open() {
    try (Device on = LibTorch.device(device, processes.localRank())) {
      return open(on);
    }
  }

  /**
   * Finds the images, builds the network on a device of the caller, and begins or resumes the run.
   * The choice made by {@link #device(DeviceChoice)} is ignored.
   *
   * @param on stays the caller's, who closes it after the run
   * @return the run, which the caller closes
   * @throws ButcherblockException if images are missing or all too small, the folder holds a run
   *     that is not to be resumed or cannot be, the first weights are of another network, the
   *     device does not have the precision, or the processes of the group were given different
   *     setups
   */
  public TrainingRun open(Device on) {
    Scale.check(scale);
    checkBatches();
    checkLevels();
    if (onDivergence == OnDivergence.RETRY && folder.isEmpty()) {
      throw ButcherblockException.of(
          "A run that goes back to a saved state when it diverges needs a folder to save it in;"
              + " give an %s.",
          Setting.OUTPUT);
    }
    if (resumes && folder.isEmpty()) {
      throw ButcherblockException.of(
          "A run is resumed from the state that is saved in its folder; give an %s.",
          Setting.OUTPUT);
    }
    TrainingImages found = images.orElseGet(() -> TrainingImages.of(training, validation, scale));
    Scale.checkSame(found.validation().scale(), scale);
    TrainingImages used = found.fitting(options.patch()).degraded(options.degradation());
    if (keepsFolder()) {
      refuseFolderOfImages();
      new RunFolder(folder.orElseThrow()).checkInputs(inputs(used));
    }
    if (processes.size() > 1) {
      // The sizes of all images are read for it.
      CommandAgreement.check(processes, facts(used, on));
    }
    if (!goesOn()) {
      firstWeights.ifPresent(file -> WeightsInfo.read(file).check(spec, file));
    }
    return new TrainingRun(this, used, on);
  }

  /** Refuses batches that cannot be made, before a run is begun that could make no step. */
  private void checkBatches() {
    PatchOptions.of(scale)
        .withPatch(options.patch())
        .withBatch(options.batch())
        .withShare(new BatchShard(processes.rank(), processes.size()));
  }

  private void checkLevels() {
    if (levels().count() > 1 && firstWeights.isPresent() && !goesOn()) {
      throw ButcherblockException.of(
          "A run of several levels begins with a network of fewer blocks than %s has; give %s, or"
              + " no first weights.",
          firstWeights.get(), Setting.LEVELS.of(1));
    }
  }

  /** The curves of a run would be an image of the next. */
  private void refuseFolderOfImages() {
    Path run = folder.orElseThrow();
    for (Path images : Stream.concat(training.stream(), validation.stream()).toList()) {
      try {
        if (Files.exists(run) && Files.exists(images) && Files.isSameFile(run, images)) {
          throw ButcherblockException.of(
              "%s is a folder of images, which a run must not be written to; give another %s.",
              run, Setting.OUTPUT);
        }
      } catch (IOException e) {
        throw FileFailure.cannot("read", images, e);
      }
    }
  }

  /** The files that a run reads, none of which it may write over. */
  private List<Path> inputs(TrainingImages used) {
    List<Path> inputs = new ArrayList<>();
    used.training().forEach(pair -> inputs.addAll(pair.files()));
    used.validation().heldOut().forEach(pair -> inputs.addAll(pair.files()));
    if (!goesOn()) {
      // A run that is resumed has read its first weights.
      firstWeights.ifPresent(inputs::add);
    }
    return inputs;
  }

  /** What must be the same in all processes of a run. */
  private List<String> facts(TrainingImages used, Device on) {
    List<String> facts = new ArrayList<>();
    WeightsInfo.of(spec, scale).toMap().forEach((name, value) -> facts.add(name + " " + value));
    options.describe().forEach((name, value) -> facts.add(name + " " + value));
    // When losses are read and the network is validated, all come together.
    facts.add("steps between lines of the log " + options.logEvery());
    facts.add("steps between validations " + options.validateEvery());
    facts.add("on divergence " + onDivergence.name().toLowerCase(Locale.ROOT));
    facts.add(on.is_cpu() ? "the CPU" : "a GPU");
    facts.add(used.training().size() + " images");
    used.training().forEach(image -> facts.add("the image " + image.name()));
    // Of another size, it would give another patch.
    facts.add("images of these names, " + ImagesDigest.ofTraining(used.training()));
    facts.add("precision " + precision);
    return facts;
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

  /**
   * The networks that are trained one after the other.
   *
   * @throws ButcherblockException if this network cannot be trained so
   */
  Levels levels() {
    return Levels.of(spec, scale, options.levels(), options.budget());
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

  /** Whether the state of a run is saved in the folder, and is to be resumed. */
  boolean goesOn() {
    return resumes && folder.isPresent() && new RunFolder(folder.get()).isSaved();
  }

  boolean writesEvents() {
    return writesEvents;
  }

  OnDivergence onDivergence() {
    return onDivergence;
  }

  /**
   * Begins or resumes the run in its folder.
   *
   * @param used the images of the run
   */
  RunWriter openFolder(CurrentLevel level, TrainingImages used) {
    Map<String, String> origin = new LinkedHashMap<>();
    recipe.ifPresent(name -> origin.put("preset", name));
    boolean goesOn = goesOn();
    if (!goesOn) {
      firstWeights.ifPresent(file -> origin.put("start_from", file.toString()));
    }
    RunSettings settings = new RunSettings(options, origin, used, arguments, statesKept);
    return goesOn
        ? RunWriter.resume(folder.orElseThrow(), level, settings)
        : RunWriter.begin(folder.orElseThrow(), level, settings);
  }

  private static List<Path> paths(Path[] folders) {
    for (Path folder : Objects.requireNonNull(folders, "folders")) {
      Objects.requireNonNull(folder, "folder");
    }
    return List.of(folders);
  }
}
