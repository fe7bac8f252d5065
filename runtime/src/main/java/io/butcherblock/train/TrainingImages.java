package io.butcherblock.train;

import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.error.ButcherblockException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a run.
 *
 * @param training those that patches are cut of
 * @param validation those that the network is validated on, none of them among the former
 */
public record TrainingImages(List<ImagePair> training, Validation validation) {

  public TrainingImages {
    training = List.copyOf(training);
  }

  /**
   * Images in folders.
   *
   * @param training folders in one of the layouts of {@link PairedDataset}
   * @param validation likewise; if there are none, one in twenty of the training images, eight at
   *     most, is validated on and not trained on
   * @throws ButcherblockException if a folder has no images, or one is too small to be validated on
   */
  public static TrainingImages of(List<Path> training, List<Path> validation, int scale) {
    List<ImagePair> all = pairs(training, scale, PairedDataset.Purpose.TRAINING);
    return validation.isEmpty()
        ? heldOut(all, scale)
        : new TrainingImages(
            all, Validation.of(pairs(validation, scale, PairedDataset.Purpose.EVALUATION), scale));
  }

  /**
   * One in twenty of {@code images}, eight at most, is validated on and not trained on; none if
   * there are fewer than ten.
   */
  public static TrainingImages heldOut(List<ImagePair> images, int scale) {
    Validation validation = Validation.heldOut(images, scale);
    return new TrainingImages(validation.without(images), validation);
  }

  private static List<ImagePair> pairs(
      List<Path> folders, int scale, PairedDataset.Purpose purpose) {
    List<ImagePair> pairs = new ArrayList<>();
    for (Path folder : folders) {
      pairs.addAll(PairedDataset.of(folder, scale, purpose).pairs());
    }
    return pairs;
  }
}
