package io.butcherblock.nn;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.program.Summand;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whose weights a block of a network has.
 *
 * @param number the number of the block, from 0
 * @param coefficients the number of the block whose coefficients it has
 * @param vectorField the number of the block whose vector fields it has
 */
public record BlockPlace(int number, int coefficients, int vectorField) {

  /** The places of all blocks of a network, first to last. */
  static List<BlockPlace> all(NetworkSpec spec) {
    int different = spec.scheme().programs(spec.coefficients()).size();
    return IntStream.range(0, spec.blocks())
        .mapToObj(number -> of(spec.sharing(), different, number))
        .toList();
  }

  /**
   * The place of a block.
   *
   * @param different the number of blocks, the first ones, that differ from those behind them, and
   *     one more
   */
  private static BlockPlace of(WeightSharing sharing, int different, int number) {
    return switch (sharing) {
      case PER_STAGE, SHARED -> new BlockPlace(number, number, number);
      case NETWORK -> new BlockPlace(number, number, 0);
      case RECURRENT -> {
        int first = Math.min(number, different - 1);
        yield new BlockPlace(number, first, first);
      }
    };
  }

  /** Whether all that has weights in the block is that of an earlier one. */
  public boolean isEarlierBlock() {
    return coefficients != number;
  }

  /** Whether its vector fields are its own. */
  public boolean hasVectorField() {
    return vectorField == number;
  }

  /**
   * Whether evaluations of the same right-hand side, or summand of it, have different weights: then
   * the vector field names them by the number of the stage.
   */
  static boolean needsNamesOfStages(WeightSharing sharing, List<Summand> evaluations) {
    return own(sharing, evaluations.size()) > 1
        && evaluations.stream().distinct().count() < evaluations.size();
  }

  /**
   * How many evaluations of a block, or of y' = f(y) + g(y) of a summand, have weights of their
   * own.
   */
  static int own(WeightSharing sharing, int evaluations) {
    return switch (sharing) {
      case PER_STAGE, RECURRENT -> evaluations;
      case SHARED, NETWORK -> 1;
    };
  }
}
