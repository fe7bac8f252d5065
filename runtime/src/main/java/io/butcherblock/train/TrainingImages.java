package io.butcherblock.train;

import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.data.SharedImages;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.patches.FittingImages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a training run.
 *
 * @param training the images that patches are cut from
 * @param validation the images that the network is validated on
 * @param notes sentences that say which files and images were left out, and whether images are
 *     trained on and validated on
 */
public record TrainingImages(List<ImagePair> training, Validation validation, List<String> notes) {

  public TrainingImages {
    training = List.copyOf(training);
    notes = List.copyOf(notes);
  }

  /** Images of which nothing is to be said. */
  public TrainingImages(List<ImagePair> training, Validation validation) {
    this(training, validation, List.of());
  }

  /**
   * Finds images in folders.
   *
   * @param training folders of training images, in one of the layouts of {@link PairedDataset}
   * @param validation folders of images to validate on, likewise; if empty, every twentieth
   *     training image, eight at most, is validated on and not trained on
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if a folder has no images, or an image to validate on is too
   *     small
   */
  public static TrainingImages of(List<Path> training, List<Path> validation, int scale) {
    List<String> notes = new ArrayList<>();
    List<ImagePair> all = pairs(training, scale, PairedDataset.Purpose.TRAINING, notes);
    if (validation.isEmpty()) {
      TrainingImages divided = heldOut(all, scale);
      return new TrainingImages(divided.training, divided.validation, notes);
    }
    List<ImagePair> others = pairs(validation, scale, PairedDataset.Purpose.EVALUATION, notes);
    SharedImages.note("to validate on", others, all).ifPresent(notes::add);
    return new TrainingImages(all, Validation.of(others, scale), notes);
  }

  /**
   * Leaves out training images that are smaller than a patch.
   *
   * @param patch the side of a low-resolution patch
   * @return these images, with a note, if any were left out
   * @throws ButcherblockException if no image holds a patch
   */
  public TrainingImages fitting(int patch) {
    FittingImages fitting = FittingImages.of(training, patch);
    List<String> all = new ArrayList<>(notes);
    fitting.note().ifPresent(all::add);
    return new TrainingImages(fitting.pairs(), validation, all);
  }

  /**
   * These images for a network that is trained for a degradation. Training images stay as they are,
   * for each of their patches is degraded by itself.
   *
   * @param degradation of the training images
   */
  public TrainingImages degraded(Degradation degradation) {
    return new TrainingImages(training, validation.degraded(degradation), notes);
  }

  /**
   * Divides images into those to train on and those to validate on: every twentieth, eight at most.
   * With fewer than ten images there is no validation.
   *
   * @param images images of the given scale
   * @param scale the enlargement: 2, 3 or 4
   */
  public static TrainingImages heldOut(List<ImagePair> images, int scale) {
    Validation validation = Validation.heldOut(images, scale);
    return new TrainingImages(validation.without(images), validation);
  }

  private static List<ImagePair> pairs(
      List<Path> folders, int scale, PairedDataset.Purpose purpose, List<String> notes) {
    List<ImagePair> pairs = new ArrayList<>();
    for (Path folder : folders) {
      PairedDataset images = PairedDataset.of(folder, scale, purpose);
      pairs.addAll(images.pairs());
      notes.addAll(images.notes());
    }
    return pairs;
  }
}
