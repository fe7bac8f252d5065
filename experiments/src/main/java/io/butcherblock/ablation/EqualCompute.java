package io.butcherblock.ablation;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.util.List;

/**
 * Gives each network as many blocks as cost what those of the reference do, counted in
 * multiply-accumulates: the nearest whole number, and at least 1. Head, tail and upsampler are the
 * same for all.
 */
public final class EqualCompute {

  /**
   * A network whose single block costs more than this multiple of the budget cannot be compared.
   */
  private static final int COSTLY = 2;

  private EqualCompute() {}

  /**
   * Sizes networks alike.
   *
   * @param networks the first is the reference
   * @param blocks of the reference
   * @param channels of all
   * @throws ButcherblockException if the blocks of one cost nothing, so that no number of them
   *     costs the same
   */
  public static List<Candidate> of(
      List<NetworkSpec> networks, int blocks, int channels, int scale) {
    NetworkSpec reference = networks.get(0).withSize(blocks, channels);
    long budget = blocks * macsOfBlock(reference);
    double whole = NetworkSize.of(reference, scale).macs();
    return networks.stream()
        .map(
            network -> {
              long block = macsOfBlock(network.withSize(1, channels));
              NetworkSpec spec = network.withSize(blocks(budget, block), channels);
              NetworkSize size = NetworkSize.of(spec, scale);
              return new Candidate(spec, size, size.macs() / whole, block > COSTLY * budget);
            })
        .toList();
  }

  /**
   * Sizes declared networks alike, which keep all else that they are declared with: step size,
   * sharing of weights, kind of coefficients. Each goes by its name.
   *
   * @throws ButcherblockException as {@link #of}
   */
  public static List<Candidate> ofDeclared(
      List<NetworkSpec> networks, int blocks, int channels, int scale) {
    return of(networks, blocks, channels, scale).stream().map(Candidate::byItsName).toList();
  }

  private static int blocks(long budget, long block) {
    return Math.toIntExact(Math.max(1, Math.round((double) budget / block)));
  }

  /** For each pixel of the feature maps. */
  private static long macsOfBlock(NetworkSpec network) {
    long macs = network.macsPerBlockAndPixel();
    if (macs < 1) {
      throw new ButcherblockException(
          "The vector field "
              + network.vectorField().name()
              + " has no convolution, so that no number of blocks makes its compute equal; leave it"
              + " out.");
    }
    return macs;
  }
}
