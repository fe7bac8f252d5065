package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.program.BlockProgram;

/**
 * A network without its scale: what {@code @OdeNetwork} says.
 *
 * @param name the name in a {@link Catalogue}
 * @param scheme the scheme of each block
 * @param vectorField the right-hand side G
 * @param blocks the number of blocks, at least 1
 * @param channels the number C of feature maps, at least 1
 * @param stepSize the step size h
 * @param coefficients whether the scheme's coefficients are trained
 * @param sharing whether the stages of a block share one G
 * @param source where the network was published; may be empty
 */
public record NetworkSpec(
    String name,
    OdeScheme scheme,
    VectorFieldFactory vectorField,
    int blocks,
    int channels,
    double stepSize,
    Coefficients coefficients,
    WeightSharing sharing,
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

  /**
   * What the network computes; training, plan, exports and counts follow from it. Needs no native
   * library.
   *
   * @param scale 2, 3 or 4
   * @throws ButcherblockException if {@code scale} is another one
   */
  public NetworkGraph graph(int scale) {
    return NetworkTopology.of(this, scale).graph();
  }

  public NetworkSpec withScheme(OdeScheme other) {
    return new NetworkSpec(
        name, other, vectorField, blocks, channels, stepSize, coefficients, sharing, source);
  }

  public NetworkSpec withVectorField(VectorFieldFactory other) {
    return new NetworkSpec(
        name, scheme, other, blocks, channels, stepSize, coefficients, sharing, source);
  }

  public NetworkSpec withSize(int newBlocks, int newChannels) {
    return new NetworkSpec(
        name, scheme, vectorField, newBlocks, newChannels, stepSize, coefficients, sharing, source);
  }

  public NetworkSpec withCoefficients(Coefficients other) {
    return new NetworkSpec(
        name, scheme, vectorField, blocks, channels, stepSize, other, sharing, source);
  }
}
