package io.butcherblock.fuzz;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.parse.FuzzedSchemes;
import io.butcherblock.processor.parse.Parsed;
import io.butcherblock.processor.parse.RecurrenceParser;
import java.util.HashSet;
import java.util.List;

/** Recurrences: read, printed and read again, verified, lowered. */
final class RecurrenceTarget implements FuzzTarget {

  private static final int CHOICES = 2;

  @Override
  public void run(byte[] input) {
    int choice = Texts.choice(input, 0);
    boolean absorbs = choice % 2 == 1;
    boolean implicit = choice / 2 % 4 == 3;
    Parsed<List<Multistep.Term>> parsed =
        RecurrenceParser.parse("Scheme", Texts.behind(input, CHOICES), absorbs, implicit);
    CompiledScheme.check(parsed.findings());
    if (parsed.value().isEmpty()) {
      return;
    }
    List<Multistep.Term> terms = parsed.value().orElseThrow();
    String text = FuzzedSchemes.text(terms);
    List<Multistep.Term> again =
        RecurrenceParser.parse("Scheme", text, /* absorbsStepSize= */ false, implicit)
            .value()
            .orElseThrow(() -> new AssertionError("Printed, and not read again: " + text));
    if (!new HashSet<>(again).equals(new HashSet<>(terms))) {
      throw new AssertionError("Printed otherwise: " + text);
    }
    if (implicit) {
      return;
    }
    Multistep scheme =
        FuzzedSchemes.multistep(terms, 1 + choice / 8 % 8, 1 + Texts.choice(input, 1) % 12);
    CompiledScheme.verifyAndLower(absorbs ? scheme.absorbing().orElse(scheme) : scheme);
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        Texts.of("y[n+1] = y[n-1] + 2 h f[n]", 8, 3),
        Texts.of("y[n+1] = y[n] + 3/2*h*f[n] - 1/2*h*f[n-1]", 8, 3),
        Texts.of("y[n+1] = y[n] + h (23/12 f[n] - 4/3 f[n-1] + 5/12 f[n-2])", 16, 3),
        Texts.of("y[n+1] = 4/3 y[n] - 1/3 y[n-1] + 2/3 h f[n+1]", 14, 3),
        Texts.of("y[n+1] = y[n-1] + f[n]", 9, 3));
  }
}
