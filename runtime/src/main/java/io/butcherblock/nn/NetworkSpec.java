package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.program.BlockProgram;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network without its scale, as declared by {@code @OdeNetwork}. A value: each {@code with}
 * method returns a changed copy.
 *
 * @param name the name in a {@link Catalogue}
 * @param scheme the scheme of each block
 * @param vectorField the vector field G
 * @param blocks the number of blocks, at least 1
 * @param channels the number C of feature maps, at least 1
 * @param stepSize the step size h
 * @param coefficients whether the scheme's coefficients are trained
 * @param sharing which evaluations share their weights: those of a block, of all blocks
 * @param source where the network was published; may be empty, and is so of a changed copy
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

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is less than 1 block or channel, or the step size is
   *     infinite or not a number
   */
  public NetworkSpec {
    if (blocks < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "A network has at least 1 block and 1 channel, not " + blocks + " and " + channels + ".");
    }
    if (!Double.isFinite(stepSize)) {
      throw new IllegalArgumentException("A step size is a finite number, not " + stepSize + ".");
    }
  }

  /**
   * What each block of the network computes, as straight-line code; where a scheme carries its
   * history from block to block, each but the first.
   */
  public BlockProgram program() {
    return scheme.program(coefficients);
  }

  /**
   * Whose coefficients the blocks have: each its own, or those of the earlier block that is taken
   * in its place.
   *
   * @return for each block, first to last, the number of the block whose coefficients it has, from
   *     0
   */
  public List<Integer> blocksOfCoefficients() {
    return BlockPlace.all(this).stream().map(BlockPlace::coefficients).toList();
  }

  /**
   * The number of feature maps that a vector field maps: C, or C/2 where the scheme divides the
   * state into two halves.
   */
  public int fieldChannels() {
    return channels / scheme.programs(coefficients).get(0).inputs().size();
  }

  /**
   * Whether the evaluations of f, or of g, in a block are of several vector fields, each with
   * weights of its own: then it is no step of a method for one y' = f(y).
   */
  public boolean hasFieldPerStage() {
    // A consistent scheme evaluates each function at least once.
    int functions = scheme.facts().family().functions();
    return (sharing == WeightSharing.PER_STAGE || sharing == WeightSharing.RECURRENT)
        && programs().stream().mapToInt(BlockProgram::evaluations).anyMatch(n -> n > functions);
  }

  /**
   * The multiply-accumulates of the vector fields of one block, for each pixel of the feature maps.
   */
  public long macsPerBlockAndPixel() {
    return program().summands().stream()
        .mapToLong(
            summand ->
                SummandField.of(vectorField, summand).field().size(fieldChannels()).macsPerPixel())
        .sum();
  }

  /** What the blocks of the network compute, a program for each block, first to last. */
  public List<BlockProgram> programs() {
    List<BlockProgram> programs = scheme.programs(coefficients);
    int last = programs.size() - 1;
    return IntStream.range(0, blocks).mapToObj(i -> programs.get(Math.min(i, last))).toList();
  }

  /**
   * What the whole network computes at one scale. Needs no native library.
   *
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if {@code scale} is another one
   */
  public NetworkGraph graph(int scale) {
    return topology(scale).graph();
  }

  /**
   * What the whole network computes at one scale, and which part of it the blocks are. Needs no
   * native library.
   *
   * @param scale the enlargement: 2, 3 or 4
   * @throws ButcherblockException if {@code scale} is another one
   */
  public NetworkTopology topology(int scale) {
    return NetworkTopology.of(this, scale);
  }

  /** A copy of this network with another scheme; the name stays the same. */
  public NetworkSpec withScheme(OdeScheme other) {
    boolean same = scheme.definition(coefficients).equals(other.definition(coefficients));
    return new NetworkSpec(
        name,
        other,
        vectorField,
        blocks,
        channels,
        stepSize,
        coefficients,
        sharing,
        sourceIf(same));
  }

  /** A copy of this network with another vector field; the name stays the same. */
  public NetworkSpec withVectorField(VectorFieldFactory other) {
    boolean same = vectorField.definition(channels).equals(other.definition(channels));
    return new NetworkSpec(
        name, scheme, other, blocks, channels, stepSize, coefficients, sharing, sourceIf(same));
  }

  /**
   * A copy of this network with another size; the name stays the same.
   *
   * @param newBlocks the number of blocks, at least 1
   * @param newChannels the number C of feature maps, at least 1
   * @throws IllegalArgumentException if one of them is less than 1
   */
  public NetworkSpec withSize(int newBlocks, int newChannels) {
    boolean same = newBlocks == blocks && newChannels == channels;
    return new NetworkSpec(
        name,
        scheme,
        vectorField,
        newBlocks,
        newChannels,
        stepSize,
        coefficients,
        sharing,
        sourceIf(same));
  }

  /**
   * A copy of this network with another step size; the name stays the same.
   *
   * @param other a finite number
   * @throws IllegalArgumentException if it is none
   */
  public NetworkSpec withStepSize(double other) {
    return new NetworkSpec(
        name,
        scheme,
        vectorField,
        blocks,
        channels,
        other,
        coefficients,
        sharing,
        sourceIf(other == stepSize));
  }

  /**
   * A copy of this network whose coefficients are trained or frozen; the name stays the same.
   *
   * @throws ButcherblockException if free parameters are to be trained, and the scheme has none
   */
  public NetworkSpec withCoefficients(Coefficients other) {
    if (other == Coefficients.FAMILY && !scheme.hasFreeParameters()) {
      throw new ButcherblockException(
          "The scheme %s has no free parameters to train. Choose trainable or frozen coefficients, or a scheme with free parameters."
              .formatted(scheme.facts().name()));
    }
    return new NetworkSpec(
        name,
        scheme,
        vectorField,
        blocks,
        channels,
        stepSize,
        other,
        sharing,
        sourceIf(other == coefficients));
  }

  /** A changed network was published nowhere. */
  private String sourceIf(boolean unchanged) {
    return unchanged ? source : "";
  }
}
