package io.butcherblock.run;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.files.ContentDigest;
import io.butcherblock.files.FileFailure;
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
final class ImagesDigest {

  static final String VALIDATION = "validation";

  /** What {@code run.json} calls them, and what a message does. */
  static final Map<String, String> NAMES =
      Map.of("training", "training images", VALIDATION, "images to validate on");

  private static final int DIGITS = 16;

  private ImagesDigest() {}

  /** Number and digest of the images for each of {@link #NAMES}. */
  static Map<String, String> of(TrainingImages images) {
    Map<String, String> digests = new LinkedHashMap<>();
    digests.put("training", inWords(images.training().size(), training(images.training())));
    Validation validation = images.validation();
    digests.put(VALIDATION, inWords(validation.size(), originals(validation.pairs())));
    return digests;
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
