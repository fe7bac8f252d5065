package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.program.BlockProgram;

/**
 * A declared scheme made runnable: the compiler generates one for each annotated type and registers
 * it for {@link java.util.ServiceLoader}.
 */
public interface OdeScheme {

  /** What is known of the scheme; needs no native library. */
  SchemeFacts facts();

  /** What one block computes; needs no native library. */
  BlockProgram program(Coefficients coefficients);

  /** Makes a block and registers its parameters. */
  OdeBlock newBlock(BlockParts parts, Coefficients coefficients);
}
