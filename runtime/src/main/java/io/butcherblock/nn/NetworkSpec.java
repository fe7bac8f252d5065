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

  /** Whether there is a {@link #graph}: whether the vector field describes itself. */
  public boolean isDescribed() {
    return vectorField instanceof DescribedVectorField;
  }

  /**
   * What the network computes, for exports and planned inference; needs no native library.
   *
   * @param scale 2, 3 or 4
   * @throws ButcherblockException if the vector field does not describe itself
   */
  public NetworkGraph graph(int scale) {
    if (vectorField instanceof DescribedVectorField described) {
      return GraphBuilder.build(this, described, scale);
    }
    throw new ButcherblockException(
        "The vector field %s does not describe itself, and its networks cannot be exported: let %s implement %s."
            .formatted(
                vectorField.name(),
                vectorField.getClass().getName(),
                DescribedVectorField.class.getName()));
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
