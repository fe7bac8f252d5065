package io.butcherblock.evaluate;

import io.butcherblock.metrics.PsnrSsim;
import java.util.OptionalDouble;

/**
 * A network whose steps were halved a number of times, and what it makes of some images.
 *
 * @param blocks how many steps it takes
 * @param stepSize of each
 * @param quality mean PSNR and SSIM against the originals
 * @param change the root mean square of the differences from the outputs of the network before, of
 *     steps twice as large, over all samples in 0..255; 0 of the first
 * @param distance the same from the outputs of the network as it is, with its steps whole
 * @param order the order with which outputs are observed to converge: the logarithm to base 2 of
 *     the change before divided by this one; empty of the first two, and where rounding is a large
 *     part of either
 */
public record RefinedNetwork(
    int blocks,
    double stepSize,
    PsnrSsim quality,
    double change,
    double distance,
    OptionalDouble order) {

  /** The least change of which an order is told, in 0..255. */
  public static final double LEAST_CHANGE = 0.0001;
}
