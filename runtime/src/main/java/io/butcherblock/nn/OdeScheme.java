package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.program.BlockProgram;
import java.util.List;

/**
 * A declared scheme in executable form. The compiler generates one for each type whose annotation
 * declares a scheme, such as {@code @ButcherTableau}, and registers it for {@link
 * java.util.ServiceLoader}.
 */
public interface OdeScheme {

  /** What the compiler proved about the scheme. Needs no native library. */
  SchemeFacts facts();

  /**
   * The exact coefficients as canonical text in one line, {@code 0 | ; 1/2 | 1/2 ; | 0, 1}: the
   * tableau, or the recurrence with its steps and its start. Declarations of the same numbers have
   * the same text, however they are written. Weights files keep it. Needs no native library.
   *
   * @param coefficients whether the scheme's coefficients are trained: a common factor of the
   *     weights is then a coefficient of its own
   */
  String definition(Coefficients coefficients);

  /**
   * Whether the scheme is a family with free parameters, which {@link Coefficients#FAMILY} trains.
   * Needs no native library.
   */
  default boolean hasFreeParameters() {
    return !program(Coefficients.FAMILY).coefficients().isEmpty();
  }

  /**
   * What one block of the scheme computes, as straight-line code; where {@link #programs} differ,
   * all but the first blocks of a network. Needs no native library.
   *
   * @param coefficients whether the scheme's coefficients are trained or numbers in the code
   */
  BlockProgram program(Coefficients coefficients);

  /**
   * What the blocks of a network compute, from the first on; the last program is that of all
   * further blocks. They differ where a multistep scheme carries its history from block to block:
   * the first ones start it. Needs no native library.
   *
   * @param coefficients whether the scheme's coefficients are trained or numbers in the code
   */
  default List<BlockProgram> programs(Coefficients coefficients) {
    return List.of(program(coefficients));
  }

  /**
   * Makes a block of a network and registers its parameters.
   *
   * @param number the number of the block in its network, from 0
   * @param parts what the block is built from
   * @param coefficients whether the scheme's coefficients are trained
   * @return a block whose parameters belong to the owner of {@code parts.parameters()}, which
   *     closes them
   */
  default OdeBlock newBlock(int number, BlockParts parts, Coefficients coefficients) {
    return newBlock(parts, coefficients);
  }

  /**
   * Makes a block of the scheme and registers its parameters.
   *
   * @param parts what the block is built from
   * @param coefficients whether the scheme's coefficients are trained
   * @return a block whose parameters belong to the owner of {@code parts.parameters()}, which
   *     closes them
   */
  OdeBlock newBlock(BlockParts parts, Coefficients coefficients);
}
