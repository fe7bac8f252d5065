package io.butcherblock.train;

import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.error.ButcherblockException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a training run.
 *
 * @param training the images that patches are cut from
 * @param validation the images that the network is validated on, none of which is in {@code
 *     training}
 */
public record TrainingImages(List<ImagePair> training, Validation validation) {

  public TrainingImages {
    training = List.copyOf(training);
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
    List<ImagePair> all = pairs(training, scale, PairedDataset.Purpose.TRAINING);
    return validation.isEmpty()
        ? heldOut(all, scale)
        : new TrainingImages(
            all, Validation.of(pairs(validation, scale, PairedDataset.Purpose.EVALUATION), scale));
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
      List<Path> folders, int scale, PairedDataset.Purpose purpose) {
    List<ImagePair> pairs = new ArrayList<>();
    for (Path folder : folders) {
      pairs.addAll(PairedDataset.of(folder, scale, purpose).pairs());
    }
    return pairs;
  }
}
