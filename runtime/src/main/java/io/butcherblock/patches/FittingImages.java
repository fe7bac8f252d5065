package io.butcherblock.patches;

import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.names.NameList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The images that hold a patch, of those that there are.
 *
 * @param pairs at least one
 * @param note a sentence that names those which are too small, if there are any
 */
public record FittingImages(List<ImagePair> pairs, Optional<String> note) {

  private static final int NAMED = 5;

  public FittingImages {
    pairs = List.copyOf(pairs);
  }

  /**
   * Leaves out the images that are too small.
   *
   * @param all the images, of which only the sizes are looked at
   * @param patch the side of a low-resolution patch
   * @throws ButcherblockException if there are none, none holds a patch, or the size of one cannot
   *     be read
   */
  public static FittingImages of(List<ImagePair> all, int patch) {
    List<ImagePair> fitting = new ArrayList<>();
    List<String> small = new ArrayList<>();
    for (ImagePair pair : all) {
      if (PatchLoader.side(pair) >= patch) {
        fitting.add(pair);
      } else {
        small.add(PlainText.of(pair.name()) + " (" + pair.lrSize() + ")");
      }
    }
    if (fitting.isEmpty()) {
      // Says how large a patch could be.
      PatchLoader.checkSizes(all, patch);
    }
    return new FittingImages(
        fitting, small.isEmpty() ? Optional.empty() : Optional.of(note(small, all.size(), patch)));
  }

  private static String note(List<String> small, int all, int patch) {
    return "Left out %s of %s training images, whose low-resolution images are smaller than a patch of %s x %s: %s."
        .formatted(small.size(), all, patch, patch, NameList.of(small, NAMED));
  }
}
