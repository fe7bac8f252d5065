package io.butcherblock.processor.verify;

import io.butcherblock.processor.claim.PairOrder;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.TableauPair;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What has been shown of the order of a scheme of two tableaus, which is the one that it claims.
 */
final class PairProof {

  private PairProof() {}

  /**
   * A line for each order up to the claimed one.
   *
   * @param trees what the conditions are of
   */
  static List<String> orders(TableauPair scheme, PairOrder proved, String trees) {
    return IntStream.rangeClosed(1, scheme.order())
        .mapToObj(
            order ->
                "order "
                    + order
                    + scheme.tolerance().suffix()
                    + ": all "
                    + proved.conditions().count(order)
                    + " conditions of "
                    + trees
                    + " "
                    + (scheme.tolerance().isNone()
                        ? "hold"
                        : "are missed by "
                            + ShortText.size(proved.conditions().largest(order))
                            + " at most"))
        .toList();
  }

  /** The line of the order above, some of whose conditions fail. */
  static String next(TableauPair scheme, PairOrder proved) {
    int next = scheme.order() + 1;
    int failing = proved.failing().size();
    return "order "
        + next
        + ": "
        + failing
        + " of "
        + proved.conditions().count(next)
        + (failing == 1 ? " conditions fails" : " conditions fail");
  }
}
