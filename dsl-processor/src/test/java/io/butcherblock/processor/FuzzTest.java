package io.butcherblock.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Excerpt;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.lower.Lowering;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.parse.Parsed;
import io.butcherblock.processor.parse.RecurrenceParser;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.VerificationResult;
import io.butcherblock.processor.verify.Verifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed: either findings that point into the text, or a scheme that is lowered. */
@Timeout(300)
class FuzzTest {

  /** Digits, roots and brackets begin numbers, and all of these belong in one. */
  private static final Pattern CONTRADICTION =
      Pattern.compile(
          "a number is expected here, but there is '([0-9(]|sqrt)'|'(sqrt|[0-9.+*/()-])' does not"
              + " belong in a number");

  private static final int TEXTS = 1500;

  private static final String ALPHABET =
      "0123456789|-+*/().,; \tsqrtynfh[]=\n\u2212\u00bd\u2500%$\\";

  private static final List<String> RECURRENCES =
      List.of(
          "y[n+1] = y[n-1] + 2 h f[n]",
          "y[n+1] = y[n] + 3/2 h f[n] - 1/2 h f[n-1]",
          "y[n+1] = (1-sqrt(2)) y[n] + sqrt(2) y[n-1] + h f[n]");

  private static final List<String> TABLEAUS =
      List.of(
          "0 |\n1 | 1\n--\n1/2 * | 1 1",
          "0 |\n1/2 | 1/2\n1 | -1 2\n--+--\n1/6 * | 1 4 1",
          "0 |\n1/2 | 1/2\n1/2 | (sqrt(2)-1)/2 (2-sqrt(2))/2\n1 | 0 -sqrt(2)/2 1+sqrt(2)/2\n--\n"
              + "1/6 * | 1 2-sqrt(2) 2+sqrt(2) 1");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void tableaus(long seed) {
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = disturbed(TABLEAUS.get(random.nextInt(TABLEAUS.size())), random);
      int order = order(random);
      Parsed<? extends Scheme> parsed = TableauParser.parse("Fuzz", order, text);
      read += check(parsed.value(), parsed.findings(), text) ? 1 : 0;
    }
    assertTrue(read > TEXTS / 40, "only " + read + " were read");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void recurrences(long seed) {
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < TEXTS; i++) {
      String text = disturbed(RECURRENCES.get(random.nextInt(RECURRENCES.size())), random);
      Parsed<List<Term>> parsed = RecurrenceParser.parse("Fuzz", text);
      int order = order(random);
      int steps = random.nextInt(8) - 1;
      StartingProcedure start =
          random.nextBoolean() ? StartingProcedure.euler() : new StartingProcedure.ZeroHistory();
      Optional<Multistep> scheme =
          parsed.value().map(terms -> new Multistep("Fuzz", order, terms, steps, start));
      read += check(scheme, parsed.findings(), text) ? 1 : 0;
    }
    assertTrue(read > TEXTS / 40, "only " + read + " were read");
  }

  /** Mostly a likely one, sometimes any. */
  private static int order(Random random) {
    return random.nextInt(10) == 0 ? random.nextInt() : random.nextInt(6) - 1;
  }

  private static boolean check(
      Optional<? extends Scheme> scheme, List<Finding> findings, String text) {
    assertEquals(scheme.isEmpty(), Finding.anyError(findings), text);
    findings.forEach(FuzzTest::check);
    scheme.ifPresent(
        read -> {
          VerificationResult result = Verifier.verify(read);
          result.findings().forEach(FuzzTest::check);
          result
              .verified()
              .ifPresent(proved -> assertFalse(Lowering.lower(proved).toString().isEmpty()));
        });
    return scheme.isPresent();
  }

  private static void check(Finding finding) {
    assertTrue(finding.text().startsWith("[" + finding.message().tag() + "] Fuzz"), finding::text);
    // What a message refuses is not what it asks for.
    assertFalse(CONTRADICTION.matcher(finding.text()).find(), finding::text);
    if (finding.location() instanceof Excerpt excerpt) {
      assertTrue(
          excerpt.column() >= 0 && excerpt.column() <= excerpt.line().length(), finding::toString);
    }
  }

  private static String disturbed(String text, Random random) {
    StringBuilder changed = new StringBuilder(text);
    for (int changes = random.nextInt(4); changes >= 0; changes--) {
      int at = random.nextInt(changed.length() + 1);
      char typed = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
      switch (random.nextInt(5)) {
        case 0 -> changed.insert(at, typed);
        case 1 -> changed.replace(at, Math.min(at + 1, changed.length()), "" + typed);
        case 2 -> changed.delete(at, Math.min(at + 1 + random.nextInt(3), changed.length()));
        case 3 -> changed.insert(at, changed.substring(at / 2, at));
        default -> {
          List<String> lines = new ArrayList<>(changed.toString().lines().toList());
          Collections.shuffle(lines, random);
          changed = new StringBuilder(String.join("\n", lines));
        }
      }
    }
    return changed.toString();
  }
}
