package io.butcherblock.processor.verify;

import io.butcherblock.processor.model.EmbeddedPair;
import io.butcherblock.processor.model.RungeKutta;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is proved of an embedded pair: of its method, and of the one embedded in it. */
final class EmbeddedProof {

  private EmbeddedProof() {}

  /**
   * The lines of a pair.
   *
   * @param ofMethod those of the method
   */
  static List<String> of(EmbeddedPair pair, List<String> ofMethod) {
    List<String> lines = new ArrayList<>(ofMethod);
    lines.add(embedded(pair));
    lines.add(
        "the difference of both results, which estimates the local error, is O(h^"
            + (Math.min(pair.order(), pair.embedded().order()) + 1)
            + ")");
    List<Integer> alone = alone(pair);
    if (!alone.isEmpty()) {
      String stages = alone.stream().map(String::valueOf).collect(Collectors.joining(", "));
      lines.add(
          alone.size() == 1
              ? "stage " + stages + " is the embedded method's alone: a block does not evaluate it"
              : "stages " + stages + " are the embedded method's alone: a block evaluates none");
    }
    if (pair.isFirstSameAsLast()) {
      lines.add("first same as last: the last stage is the first one of the next step");
    }
    return lines;
  }

  private static String embedded(EmbeddedPair pair) {
    RungeKutta embedded = pair.embedded();
    return String.format(
        Locale.ROOT,
        "embedded method, the second row of weights: order %d%s%s",
        embedded.order(),
        pair.tolerance().suffix(),
        Proof.principalError(embedded).map(text -> "; " + text).orElse(""));
  }

  /** The stages, from 1, that count in the second row alone. */
  private static List<Integer> alone(EmbeddedPair pair) {
    boolean[] ofMethod = pair.method().usedStages();
    boolean[] ofBoth = pair.usedStages();
    return IntStream.range(0, ofBoth.length)
        .filter(i -> ofBoth[i] && !ofMethod[i])
        .mapToObj(i -> i + 1)
        .toList();
  }
}
