package io.butcherblock.ablation;

import io.butcherblock.data.ImagePair;
import io.butcherblock.data.PairedDataset;
import io.butcherblock.data.SharedImages;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FolderNames;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.names.Counted;
import io.butcherblock.patches.FittingImages;
import io.butcherblock.run.ImagesDigest;
import io.butcherblock.synthetic.SyntheticSet;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is trained on, watched while training, and tested on; three sets without a common image, if
 * the folders have none.
 *
 * @param trainedOn says which images {@code training} are, for the record
 * @param notes sentences that say which files and images were left out, and whether images are
 *     trained on and tested on
 */
public record Images(
    String trainedOn,
    List<ImagePair> training,
    Validation validation,
    List<TestSet> tests,
    List<String> notes) {

  private static final String SYNTHETIC = "synthetic";
  private static final int TRAINING_IMAGES = 96;
  private static final int TEST_IMAGES = 12;

  /** Images of which nothing is to be said. */
  public Images(
      String trainedOn, List<ImagePair> training, Validation validation, List<TestSet> tests) {
    this(trainedOn, training, validation, tests, List.of());
  }

  /**
   * Leaves out training images that are smaller than a patch.
   *
   * @param patch the side of a low-resolution patch
   * @throws ButcherblockException if no image holds a patch
   */
  public Images fitting(int patch) {
    FittingImages fitting = FittingImages.of(training, patch);
    List<String> all = new ArrayList<>(notes);
    fitting.note().ifPresent(all::add);
    return new Images(trainedOn, fitting.pairs(), validation, tests, all);
  }

  /**
   * These images for networks that are trained for a degradation: tests are on low-resolution
   * images through {@link Degradation#validation}, and the names of the sets say so. Training and
   * validation images stay as they are: each patch is degraded by itself, and validation images
   * when a run is opened.
   *
   * @param scale of the images
   */
  public Images degraded(Degradation degradation, int scale) {
    return degradation
        .validation()
        .map(
            jpeg ->
                new Images(
                    "%s, LR patches degraded (%s)".formatted(trainedOn, degradation),
                    training,
                    validation,
                    tests.stream().map(set -> set.compressed(jpeg, scale)).toList(),
                    notes))
        .orElse(this);
  }

  /**
   * Reads folders, or makes synthetic images where there are none.
   *
   * @param data folders of training images; if empty, synthetic ones
   * @param test a folder for each test set; if {@code data} is empty too, synthetic ones
   * @param seed of the synthetic images
   * @throws ButcherblockException if there are training images and no test images, or an image is
   *     not sound
   */
  public static Images of(List<Path> data, List<Path> test, int scale, long seed) {
    if (test.isEmpty() && !data.isEmpty()) {
      throw ButcherblockException.of(
          "There are no images to test on; give %s, a folder for each set.", Setting.TEST_IMAGES);
    }
    checkDifferent(test);
    List<ImagePair> training = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Path folder : data) {
      PairedDataset images = PairedDataset.of(folder, scale, PairedDataset.Purpose.TRAINING);
      training.addAll(cached(images));
      notes.addAll(images.notes());
      folders.add(counted(absolute(folder).toString(), images.pairs()));
    }
    if (data.isEmpty()) {
      training.addAll(SyntheticSet.training(seed, TRAINING_IMAGES, scale));
      folders.add(TRAINING_IMAGES + " synthetic images");
    }
    List<TestSet> tests =
        test.isEmpty() ? List.of(synthetic(scale, seed)) : read(test, scale, notes);
    for (TestSet set : tests) {
      SharedImages.note("of the test set " + set.name(), set.pairs(), training)
          .ifPresent(notes::add);
    }
    Validation validation = Validation.heldOut(training, scale);
    return new Images(
        String.join(", ", folders), validation.without(training), validation, tests, notes);
  }

  private static TestSet synthetic(int scale, long seed) {
    return TestSet.of(
        SYNTHETIC,
        SyntheticSet.pairs(SyntheticSet.test(seed, TEST_IMAGES), SYNTHETIC, scale),
        scale);
  }

  private static List<TestSet> read(List<Path> folders, int scale, List<String> notes) {
    List<TestSet> sets = new ArrayList<>();
    List<String> names = FolderNames.distinct(folders);
    for (int i = 0; i < folders.size(); i++) {
      PairedDataset images =
          PairedDataset.of(folders.get(i), scale, PairedDataset.Purpose.EVALUATION);
      notes.addAll(images.notes());
      sets.add(TestSet.of(names.get(i), cached(images), scale));
    }
    return sets;
  }

  private static List<ImagePair> cached(PairedDataset images) {
    return images.pairs().stream().<ImagePair>map(CachedPair::new).toList();
  }

  private static void checkDifferent(List<Path> test) {
    Set<Path> folders = new HashSet<>();
    for (Path folder : test) {
      if (!folders.add(absolute(folder))) {
        throw new ButcherblockException(
            "The test set " + folder + " is given twice; leave one out.");
      }
    }
  }

  private static Path absolute(Path folder) {
    return folder.toAbsolutePath().normalize();
  }

  /** The mean over the test sets of bicubic enlargement, which scores are compared with. */
  PsnrSsim bicubic() {
    return PsnrSsim.mean(tests.stream().map(TestSet::bicubic).toList());
  }

  /** What tells these images from others in folders of the same names, by what they are called. */
  Map<String, String> digests() {
    Map<String, String> digests = new LinkedHashMap<>();
    ImagesDigest.of(new TrainingImages(training, validation))
        .forEach((use, digest) -> digests.put(use + " images", digest));
    tests.forEach(
        set -> digests.put("test images of " + set.name(), ImagesDigest.ofPixels(set.pairs())));
    return digests;
  }

  /** The test sets with their number of images, for the record. */
  public String testedOn() {
    return String.join(", ", tests.stream().map(set -> counted(set.name(), set.pairs())).toList());
  }

  private static String counted(String set, List<ImagePair> pairs) {
    return "%s (%s)".formatted(set, Counted.of(pairs.size(), "image"));
  }
}
