package io.butcherblock.results;

import java.util.Locale;
import java.util.Optional;

/** The sentence that tells of a network which is worse than bicubic enlargement. */
public final class BelowBicubic {

  private BelowBicubic() {}

  /**
   * The sentence; empty if the network is at least as good as bicubic.
   *
   * @param psnr of the network in dB, a mean
   * @param bicubic the PSNR of bicubic enlargement of the same images in dB
   * @param images what was compared, such as {@code Set5}
   */
  public static Optional<String> sentence(double psnr, double bicubic, String images) {
    if (psnr >= bicubic) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "On %s the network is %s dB below bicubic (%s dB, bicubic %s dB): it has been trained"
                + " too little, or for other images.",
            images,
            EvaluationTable.psnr(bicubic - psnr, 2),
            EvaluationTable.psnr(psnr, 2),
            EvaluationTable.psnr(bicubic, 2)));
  }
}
