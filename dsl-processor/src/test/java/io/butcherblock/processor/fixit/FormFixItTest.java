package io.butcherblock.processor.fixit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.exact.ShortText;
import io.butcherblock.processor.model.FormRows;
import io.butcherblock.processor.model.FormRows.Place;
import io.butcherblock.processor.model.FormRows.Row;
import io.butcherblock.processor.model.Notation.Form;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.verify.Verifier;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A scheme in another form with one slip of the pen is told the number that was meant. */
class FormFixItTest {

  private static final Exact SLIP = Exact.of(1, 7);

  /** Williamson (1980), case 7. */
  private static final FormRows WILLIAMSON =
      rows(Form.LOW_STORAGE, "0 | 0 1/3", "1/3 | -5/9 15/16", "3/4 | -153/128 8/15");

  /** Shu and Osher (1988). */
  private static final FormRows SSP_33 =
      rows(Form.SHU_OSHER, "1 | 1", "3/4 1/4 | 0 1/4", "1/3 0 2/3 | 0 0 2/3");

  /** Kraaijevanger (1991). */
  private static final FormRows SSP_43 =
      rows(Form.SHU_OSHER, "1 | 1/2", "0 1 | 0 1/2", "2/3 0 1/3 | 0 0 1/6", "0 0 0 1 | 0 0 0 1/2");

  static List<FormRows> published() {
    return List.of(WILLIAMSON, SSP_33, SSP_43);
  }

  private static FormRows rows(Form form, String... rows) {
    return new FormRows(form, Arrays.stream(rows).map(FormFixItTest::row).toList());
  }

  private static Row row(String text) {
    int bar = text.indexOf('|');
    return new Row(numbers(text.substring(0, bar)), numbers(text.substring(bar + 1)));
  }

  private static List<Exact> numbers(String side) {
    return Pattern.compile(" ").splitAsStream(side.strip()).map(FormFixItTest::number).toList();
  }

  private static Exact number(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? Exact.of(Integer.parseInt(text))
        : Exact.of(
            Integer.parseInt(text.substring(0, slash)),
            Integer.parseInt(text.substring(slash + 1)));
  }

  private static List<String> texts(FormRows rows) {
    return Verifier.verify(rows.tableau("Form", 3)).findings().stream().map(Finding::text).toList();
  }

  @ParameterizedTest
  @MethodSource("published")
  void everySlipIsCorrected(FormRows rows) {
    assertEquals(List.of(), texts(rows));
    for (Place place : rows.places()) {
      Exact wrong = rows.at(place).plus(SLIP);
      List<String> texts = texts(rows.with(place, wrong));
      assertEquals(1, texts.size(), texts::toString);
      assertTrue(
          texts
              .get(0)
              .contains(
                  " With %s instead of %s as %s, all conditions of order 3 hold."
                      .formatted(
                          ShortText.entry(rows.at(place)),
                          ShortText.entry(wrong),
                          rows.name(place))),
          texts.get(0));
    }
  }

  @Test
  void numbersAreCalledAsInTheLiterature() {
    FormRows low = WILLIAMSON;
    assertEquals(
        List.of("c of row 1", "B of row 1", "c of row 2", "A of row 2"),
        low.places().subList(0, 4).stream().map(low::name).toList());
    FormRows shuOsher = SSP_33;
    assertEquals(
        List.of("alpha_10 (row 1)", "beta_10 (row 1)", "alpha_20 (row 2)", "alpha_21 (row 2)"),
        shuOsher.places().subList(0, 4).stream().map(shuOsher::name).toList());
  }

  /** Those that are written are named, not those of the tableau; the last ones are cut. */
  @ParameterizedTest
  @CsvSource({"333, 667", "333, 666"})
  void fractionsThatWereRoundedAreNamed(int third, int twoThirds) {
    String row = "%s/1000 0 %s/1000 | 0 0 %s/1000".formatted(third, twoThirds, twoThirds);
    String text = texts(rows(Form.SHU_OSHER, "1 | 1", "3/4 1/4 | 0 1/4", row)).get(0);
    assertTrue(
        text.endsWith(
            "With 1/3 for 0.%s, 2/3 for 0.%s, all conditions of order 3 hold."
                .formatted(third, twoThirds)),
        text);
  }

  @Test
  void twoSlipsAreNotGuessed() {
    FormRows rows = SSP_33;
    Place first = rows.places().get(1);
    Place second = rows.places().get(5);
    FormRows wrong = rows.with(first, Exact.of(9, 8)).with(second, Exact.of(1, 3));
    assertFalse(texts(wrong).get(0).contains(" instead of "), () -> texts(wrong).get(0));
  }

  /** A tolerance that is there need not be given. */
  @Test
  void twoSlipsAreToldTheTolerance() {
    FormRows rows = SSP_33;
    Tolerance tolerance = new Tolerance("1e-9", Exact.of(1, 1_000_000_000));
    String text =
        Verifier.verify(
                rows.with(rows.places().get(2), Exact.of(2, 3))
                    .with(rows.places().get(5), Exact.of(1, 3))
                    .tableau("Form", 3)
                    .withTolerance(tolerance))
            .findings()
            .get(0)
            .text();
    assertTrue(text.endsWith(", more than the tolerance 1e-9). Correct an entry."), text);
  }
}
