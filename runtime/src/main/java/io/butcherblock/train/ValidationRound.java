package io.butcherblock.train;

import io.butcherblock.metrics.PsnrSsim;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Measures a network on validation images, with the weights that it has at each call. */
@FunctionalInterface
public interface ValidationRound {

  /**
   * Makes one validation.
   *
   * @param stop asked often, such as after each tile of an image; once it returns true, the
   *     validation is given up
   * @return mean PSNR in dB and mean SSIM over the images; empty if it was given up
   * @throws io.butcherblock.upscale.OverflowException if an output of the network is not finite
   */
  Optional<PsnrSsim> run(BooleanSupplier stop);
}
