package io.butcherblock.fuzz;

import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.parse.FuzzedSchemes;
import io.butcherblock.processor.parse.Parsed;
import java.util.List;

/** Families: parameters in the first line, then a tableau or a recurrence of them. */
final class FamilyTarget implements FuzzTarget {

  private static final int CHOICES = 2;

  @Override
  public void run(byte[] input) {
    int order = 1 + Texts.choice(input, 0) / 2 % 5;
    String text = Texts.behind(input, CHOICES);
    int line = Math.max(0, text.indexOf('\n'));
    String parameters = text.substring(0, line);
    String rest = text.substring(line);
    Parsed<? extends ParametricScheme> parsed =
        Texts.choice(input, 0) % 2 == 0
            ? FuzzedSchemes.tableauFamily(parameters, order, rest)
            : FuzzedSchemes.recurrenceFamily(
                parameters, order, 1 + Texts.choice(input, 1) % 8, rest);
    CompiledScheme.check(parsed.findings());
    parsed.value().ifPresent(CompiledScheme::verifyAndLower);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Texts.of("a in [1/3, 1], start 2/3\n0 |\na | a\n---\n| 1-1/(2*a) 1/(2*a)", 2, 0),
        Texts.of("a in [-1, 1/2], start 0\ny[n+1] = (1-a) y[n] + a y[n-1] + h f[n]", 1, 3),
        Texts.of(
            "a in [1/3, 1], start 1/2; b in [2/3, 1], start 3/4\n"
                + "0 |\na | a\nb | b-1/4/a 1/4/a\n---\n| 1/4 a-a 3/4",
            0,
            0));
  }
}
