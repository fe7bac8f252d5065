package io.butcherblock.run;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.FileFailure;
import io.butcherblock.image.Image;
import io.butcherblock.train.TrainingImages;
import io.butcherblock.train.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The images of a run in few words, which tell whether it is resumed with the same ones. Of
 * training images names and sizes are digested, in pixels and in bytes, but not the pixels, which
 * would take minutes; of images to validate on, which are in memory, the pixels of the originals.
 */
public final class ImagesDigest {

  static final String VALIDATION = "validation";

  /** What {@code run.json} calls them, and what a message does. */
  static final Map<String, String> NAMES =
      Map.of("training", "training images", VALIDATION, "images to validate on");

  private static final int DIGITS = 16;

  private ImagesDigest() {}

  /**
   * Number and digest of the images of a run.
   *
   * @param images those to train on, and those to validate on
   * @return a few words for each of {@code training} and {@code validation}
   * @throws ButcherblockException if the size of a file cannot be read
   */
  public static Map<String, String> of(TrainingImages images) {
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("training", ofTraining(images.training()));
    Validation validation = images.validation();
    digests.put(VALIDATION, inWords(validation.size(), originals(validation.pairs())));
    return digests;
  }

  /**
   * Number and digest of images to train on.
   *
   * @param pairs in their order
   * @return a few words
   * @throws ButcherblockException if the size of a file cannot be read
   */
  public static String ofTraining(List<ImagePair> pairs) {
    return inWords(pairs.size(), training(pairs));
  }

  /**
   * Number and digest of images to test on: of the pixels of both sizes, which are read for that.
   *
   * @param pairs in their order
   * @return a few words
   * @throws ButcherblockException if an image cannot be read
   */
  public static String ofPixels(List<ImagePair> pairs) {
    ContentDigest digest = new ContentDigest();
    for (ImagePair pair : pairs) {
      DecodedPair decoded = pair.load();
      for (Image image : List.of(decoded.lr(), decoded.hr())) {
        digest.add(image.toString()).add(image.samples());
      }
    }
    return inWords(pairs.size(), digest);
  }

  private static String inWords(int count, ContentDigest digest) {
    return count + " with digest " + digest.hex().substring(0, DIGITS);
  }

  private static ContentDigest training(List<ImagePair> pairs) {
    ContentDigest digest = new ContentDigest();
    for (ImagePair pair : pairs) {
      digest.add(pair.name()).add(pair.lrSize().toString());
      for (Path file : pair.files()) {
        try {
          digest.add(Long.toString(Files.size(file)));
        } catch (IOException e) {
          throw FileFailure.cannot("read", file, e);
        }
      }
    }
    return digest;
  }

  private static ContentDigest originals(List<DecodedPair> pairs) {
    ContentDigest digest = new ContentDigest();
    for (DecodedPair pair : pairs) {
      digest.add(pair.hr().toString()).add(pair.hr().samples());
    }
    return digest;
  }
}
