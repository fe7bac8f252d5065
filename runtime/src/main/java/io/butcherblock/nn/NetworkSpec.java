package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Derivatives;
import io.butcherblock.error.UserError;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.program.BlockProgram;

/**
 * A network without its scale: what {@code @OdeNetwork} says.
 *
 * @param name the name on the command line
 * @param scheme the scheme of each block
 * @param derivative the right-hand side G
 * @param blocks the number of blocks, at least 1
 * @param channels the number C of feature maps, at least 1
 * @param step the step size h
 * @param coefficients whether the scheme's coefficients are trained
 * @param derivatives whether the stages of a block share one G
 * @param source where the network was published; may be empty
 */
public record NetworkSpec(
    String name,
    OdeScheme scheme,
    DerivativeFactory derivative,
    int blocks,
    int channels,
    double step,
    Coefficients coefficients,
    Derivatives derivatives,
    String source) {

  public NetworkSpec {
    if (blocks < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "A network has at least 1 block and 1 channel, not " + blocks + " and " + channels + ".");
    }
  }

  /** What each of its blocks computes. */
  public BlockProgram program() {
    return scheme.program(coefficients);
  }

  /** Whether there is a {@link #graph}: whether the derivative describes itself. */
  public boolean isDescribed() {
    return derivative instanceof DescribedDerivative;
  }

  /**
   * What the network computes, for exports and planned inference; needs no native library.
   *
   * @param scale 2, 3 or 4
   * @throws UserError if the derivative does not describe itself
   */
  public NetworkGraph graph(int scale) {
    if (derivative instanceof DescribedDerivative described) {
      return GraphBuilder.build(this, described, scale);
    }
    throw new UserError(
        "The derivative %s does not describe itself, and its networks can not be exported: let %s implement %s."
            .formatted(
                derivative.name(),
                derivative.getClass().getName(),
                DescribedDerivative.class.getName()));
  }

  public NetworkSpec withScheme(OdeScheme other) {
    return new NetworkSpec(
        name, other, derivative, blocks, channels, step, coefficients, derivatives, source);
  }

  public NetworkSpec withDerivative(DerivativeFactory other) {
    return new NetworkSpec(
        name, scheme, other, blocks, channels, step, coefficients, derivatives, source);
  }

  public NetworkSpec withSize(int newBlocks, int newChannels) {
    return new NetworkSpec(
        name, scheme, derivative, newBlocks, newChannels, step, coefficients, derivatives, source);
  }

  public NetworkSpec withCoefficients(Coefficients other) {
    return new NetworkSpec(
        name, scheme, derivative, blocks, channels, step, other, derivatives, source);
  }
}
