package io.butcherblock.ablation;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bytedeco.pytorch.Device;

/**
 * Builder of an {@link Ablation}. Each method changes this setup and returns it; {@link #open()}
 * reads the images. Not safe for several threads.
 */
public final class AblationSetup {

  private final List<Candidate> candidates;
  private List<Path> training = List.of();
  private List<Path> tests = List.of();
  private Optional<Path> folder = Optional.empty();
  private int seeds = 3;
  private long firstSeed = 1;
  private int patch = 24;
  private int batch = 8;
  private double learningRate = 1e-3;
  private Degradation degradation = Degradation.CLEAN;
  private Precision precision = Precision.FP32;
  private DeviceChoice device = DeviceChoice.AUTO;

  AblationSetup(List<Candidate> candidates) {
    this.candidates = List.copyOf(Objects.requireNonNull(candidates, "candidates"));
  }

  /**
   * Sets the folders of training images; every twentieth image, eight at most, is validated on and
   * not trained on.
   *
   * @param folders in one of the layouts of {@link io.butcherblock.data.PairedDataset}; without any
   *     96 synthetic images are made
   * @return this setup
   */
  public AblationSetup images(Path... folders) {
    training = paths(folders);
    return this;
  }

  /**
   * Sets the images to test on.
   *
   * @param folders one for each test set, in one of the layouts of {@link
   *     io.butcherblock.data.PairedDataset}; without any, and without training images, 12 synthetic
   *     images are made
   * @return this setup
   */
  public AblationSetup tests(Path... folders) {
    tests = paths(folders);
    return this;
  }

  /**
   * Sets the folder of the runs and of the report.
   *
   * @param value a folder that holds nothing yet, or the same ablation, which is then continued
   * @return this setup
   */
  public AblationSetup folder(Path value) {
    folder = Optional.of(Objects.requireNonNull(value, "folder"));
    return this;
  }

  /**
   * Sets how many times each network is trained.
   *
   * @param count at least 1, 3 by default; with fewer than 3 nothing is said about noise. An
   *     ablation that is continued may have more
   * @return this setup
   */
  public AblationSetup seeds(int count) {
    seeds = count;
    return this;
  }

  /**
   * Sets the first seed; the others are the following numbers. A seed decides the initial weights
   * and the patches.
   *
   * @param value 1 by default
   * @return this setup
   */
  public AblationSetup firstSeed(long value) {
    firstSeed = value;
    return this;
  }

  /**
   * Sets the side of the low-resolution patches that are trained on.
   *
   * @param pixels at least 1, 24 by default
   * @return this setup
   */
  public AblationSetup patch(int pixels) {
    patch = pixels;
    return this;
  }

  /**
   * Sets how many patches a step is made of.
   *
   * @param patches at least 1, 8 by default
   * @return this setup
   */
  public AblationSetup batch(int patches) {
    batch = patches;
    return this;
  }

  /**
   * Sets the highest learning rate of Adam, to which it rises over a tenth of the steps, 100 at
   * most, and from which it falls by half a cosine to 0.
   *
   * @param highest above 0, 0.001 by default
   * @return this setup
   */
  public AblationSetup learningRate(double highest) {
    learningRate = highest;
    return this;
  }

  /**
   * Sets what low-resolution patches are put through. Tests are then on images through {@link
   * Degradation#validation}.
   *
   * @param value {@link Degradation#CLEAN} by default
   * @return this setup
   */
  public AblationSetup degradation(Degradation value) {
    degradation = Objects.requireNonNull(value, "degradation");
    return this;
  }

  /**
   * Sets how exactly convolutions are computed; weights and their gradients are float32 in any
   * case.
   *
   * @param value float32 by default
   * @return this setup
   */
  public AblationSetup precision(Precision value) {
    precision = Objects.requireNonNull(value, "precision");
    return this;
  }

  /**
   * Sets where the networks are trained; by default on a GPU if there is one that works.
   *
   * @param value the CPU, a GPU, or either
   * @return this setup
   */
  public AblationSetup device(DeviceChoice value) {
    device = Objects.requireNonNull(value, "device");
    return this;
  }

  /**
   * Reads the images, and enlarges those to test on by bicubic interpolation.
   *
   * @return the ablation, which the caller closes
   * @throws ButcherblockException if there are fewer than two networks or several scales, there is
   *     no folder, a number is out of its range, images are missing, not sound or all too small for
   *     a patch, or the device or the precision is not available
   */
  public Ablation open() {
    try (Device on = LibTorch.device(device)) {
      return open(on);
    }
  }

  /**
   * Reads the images as {@link #open()} does, for networks on a device of the caller. The choice
   * made by {@link #device(DeviceChoice)} is ignored.
   *
   * @param on stays the caller's
   * @return the ablation, which the caller closes
   * @throws ButcherblockException as {@link #open()}
   */
  public Ablation open(Device on) {
    Objects.requireNonNull(on, "on");
    if (candidates.size() < 2) {
      throw new ButcherblockException("One network cannot be compared; give two or more.");
    }
    int scale = candidates.get(0).size().scale();
    for (Candidate other : candidates) {
      if (other.size().scale() != scale) {
        throw new ButcherblockException(
            "Networks are compared at one scale; %s is of x%s, but %s of x%s."
                .formatted(candidates.get(0).title(), scale, other.title(), other.size().scale()));
      }
    }
    Path out =
        folder.orElseThrow(
            () ->
                ButcherblockException.of(
                    "An ablation is kept in a folder, so that it can be continued; give an %s.",
                    Setting.OUTPUT));
    Settings settings =
        new Settings(seeds, firstSeed, scale, patch, batch, learningRate, precision)
            .withDegradation(degradation);
    settings.check();
    precision.check(on);
    Images images =
        Images.of(training, tests, scale, firstSeed).fitting(patch).degraded(degradation, scale);
    return new Ablation(out, candidates, images, settings, on);
  }

  private static List<Path> paths(Path[] folders) {
    for (Path each : Objects.requireNonNull(folders, "folders")) {
      Objects.requireNonNull(each, "folder");
    }
    return List.of(folders);
  }
}
