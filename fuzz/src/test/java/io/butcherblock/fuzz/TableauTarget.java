package io.butcherblock.fuzz;

import io.butcherblock.processor.model.IteratedRungeKutta;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.parse.FuzzedSchemes;
import io.butcherblock.processor.parse.Parsed;
import java.util.List;

/**
 * Tableaus in all three forms, and with two rows of weights: read, printed and read again,
 * verified, lowered.
 */
final class TableauTarget implements FuzzTarget {

  private static final int CHOICES = 3;

  /** Three forms of a tableau with one row of weights, and one with two. */
  private static final int FORMS = 4;

  private static final int PAIR = 3;
  private static final int MOST_PRINTED = 32;
  private static final int MOST_STAGES = 256;

  @Override
  public void run(byte[] input) {
    int order = 1 + Texts.choice(input, 1) % 8;
    if (Texts.choice(input, 0) % FORMS == PAIR) {
      checkPair(order, Texts.choice(input, 2) % 8, Texts.behind(input, CHOICES));
      return;
    }
    Parsed<RungeKutta> parsed =
        FuzzedSchemes.tableau(Texts.choice(input, 0) % FORMS, order, Texts.behind(input, CHOICES));
    CompiledScheme.check(parsed.findings());
    if (parsed.value().isEmpty()) {
      return;
    }
    RungeKutta scheme = parsed.value().orElseThrow();
    if (scheme.isExplicit() && scheme.stages() <= MOST_PRINTED) {
      checkPrinted(scheme);
    }
    int iterations = Texts.choice(input, 2) % 4;
    RungeKutta steps = scheme.withSteps(1 + Texts.choice(input, 2) / 4 % 3);
    boolean iterated =
        iterations > 0 && !scheme.isExplicit() && 1 + iterations * scheme.stages() <= MOST_STAGES;
    CompiledScheme.verifyAndLower(iterated ? new IteratedRungeKutta(steps, iterations) : steps);
  }

  private static void checkPair(int order, int embeddedOrder, String text) {
    Parsed<? extends Scheme> parsed = FuzzedSchemes.pair(order, embeddedOrder, text);
    CompiledScheme.check(parsed.findings());
    parsed.value().ifPresent(CompiledScheme::verifyAndLower);
  }

  private static void checkPrinted(RungeKutta scheme) {
    String text = FuzzedSchemes.text(scheme);
    RungeKutta again =
        FuzzedSchemes.tableau(0, scheme.order(), text)
            .value()
            .orElseThrow(() -> new AssertionError("Printed, and not read again:\n" + text));
    if (!again.a().equals(scheme.a())
        || !again.weights().equals(scheme.weights())
        || !again.factor().equals(scheme.factor())
        || !again.c().equals(scheme.c())) {
      throw new AssertionError("Printed otherwise:\n" + text);
    }
  }

  @Override
  public List<byte[]> seeds() {
    String kutta =
        """
          0 |
        1/2 | 1/2
        1/2 |   0 1/2
          1 |   0   0   1
        ----+----------------
        1/6 * | 1 2 2 1
        """;
    String radau =
        """
        (4-sqrt(6))/10 | (88-7*sqrt(6))/360 (296-169*sqrt(6))/1800 (-2+3*sqrt(6))/225
        (4+sqrt(6))/10 | (296+169*sqrt(6))/1800 (88+7*sqrt(6))/360 (-2-3*sqrt(6))/225
        1 | (16-sqrt(6))/36 (16+sqrt(6))/36 1/9
        ---+---
        | (16-sqrt(6))/36 (16+sqrt(6))/36 1/9
        """;
    String lowStorage =
        """
        0   |  0       1/3
        1/3 | -5/9    15/16
        3/4 | -153/128 8/15
        """;
    String shuOsher =
        """
        1       | 1
        3/4 1/4 | 0 1/4
        1/3 0 2/3 | 0 0 2/3
        """;
    return List.of(
        Texts.of(kutta, 0, 3, 0),
        Texts.of("0 |\n---\n| 1", 0, 0, 4),
        Texts.of("0 |\n1 | 1\n---\n| 1/2 1/2\n| 1 0", PAIR, 1, 1),
        Texts.of(radau, 0, 4, 3),
        Texts.of(lowStorage, 1, 2, 0),
        Texts.of(shuOsher, 2, 2, 0));
  }
}
