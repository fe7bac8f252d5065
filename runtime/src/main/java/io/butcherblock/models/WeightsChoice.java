package io.butcherblock.models;

import io.butcherblock.image.LossyCompression;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which of the trained weights suit an image, and why.
 *
 * @param kind the kind of images that they are for
 * @param reason as {@code the file is a JPEG of quality 75}; empty if somebody chose the kind
 */
public record WeightsChoice(ImageKind kind, Optional<String> reason) {

  /**
   * The weights that suit an image file: those for photographs if it is compressed with loss, else
   * those for clean images.
   *
   * @param name what the file is called in the reason
   */
  public static WeightsChoice of(Path file, String name) {
    Optional<String> lossy = LossyCompression.of(file);
    return new WeightsChoice(
        lossy.isPresent() ? ImageKind.PHOTO : ImageKind.CLEAN,
        Optional.of(name + " is " + lossy.orElse("not compressed with loss")));
  }

  /** Those that somebody chose. */
  public static WeightsChoice of(ImageKind chosen) {
    return new WeightsChoice(chosen, Optional.empty());
  }

  /**
   * A sentence about what was taken, without its full stop.
   *
   * @param chosen what it says if somebody chose, as {@code as you chose}
   */
  public String toText(String chosen) {
    return "Weights: " + kind + ", " + reason.map(why -> "since " + why).orElse(chosen);
  }
}
