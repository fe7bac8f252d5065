package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.program.BlockProgram;

/**
 * A declared scheme in executable form. The compiler generates one for each type annotated with
 * {@code @ButcherTableau} or {@code @LinearMultistep} and registers it for {@link
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
   * What one block of the scheme computes, as straight-line code. Needs no native library.
   *
   * @param coefficients whether the scheme's coefficients are trained or numbers in the code
   */
  BlockProgram program(Coefficients coefficients);

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
