package io.butcherblock.examples;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a block goes, read from what {@code inspect} shows: {@code 6 steps (the first 2 by Kutta3)}.
 *
 * @param steps the steps of a block
 * @param startingSteps those of them that the starting procedure takes
 * @param scheme the starting scheme; empty where there is none
 */
record StartOfBlock(int steps, int startingSteps, Optional<OdeScheme> scheme) {

  private static final Pattern TEXT =
      Pattern.compile(
          "(One|\\d+) steps?(?:, history carried from block to block)?(?: \\(the first ?(\\d*)(?:"
              + " of a network)? (?:by (\\w+)|from y' = 0)\\))?(,? from a zero history)?");

  static StartOfBlock of(SchemeFacts facts) {
    Matcher text = TEXT.matcher(facts.block());
    if (!text.matches()) {
      throw new AssertionError(facts.block());
    }
    int steps = text.group(1).equals("One") ? 1 : Integer.parseInt(text.group(1));
    if (text.group(2) == null) {
      return new StartOfBlock(steps, 0, Optional.empty());
    }
    int starting = text.group(2).isEmpty() ? 1 : Integer.parseInt(text.group(2));
    return new StartOfBlock(
        steps, starting, Optional.ofNullable(text.group(3)).map(StartOfBlock::declaredAs));
  }

  private static OdeScheme declaredAs(String simpleName) {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> scheme.facts().declaredBy().endsWith("." + simpleName))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no scheme " + simpleName));
  }
}
