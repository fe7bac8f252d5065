package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.SchemeFacts;
import io.butcherblock.nn.SchemeFamily;
import io.butcherblock.processor.diagnostics.Finding;
import io.butcherblock.processor.diagnostics.Message;
import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.model.Tolerance;
import io.butcherblock.processor.parse.RecurrenceParser;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Verifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scheme of the catalogue is accepted at its order, refused at one more, and refused when a
 * single one of its coefficients is disturbed, with the condition named that does not hold then.
 */
class CatalogueVerificationTest {

  private static final Exact DISTURBANCE = Exact.of(1, 1000);

  /**
   * The second stage of Merson's scheme counts in the third one alone, which has no weight, and
   * counts in the others by its vector field's first order only.
   */
  private static final Set<String> FREE = Set.of("merson4 2");

  /** Of the declaration, not of the mathematics. */
  private static final Set<Message> ABOUT_THE_START =
      EnumSet.of(Message.STARTING_ORDER, Message.ZERO_HISTORY, Message.NETWORK_START);

  static List<String> tableaus() {
    return names(SchemeFamily.RungeKutta.class);
  }

  static List<String> recurrences() {
    return names(SchemeFamily.LinearMultistep.class);
  }

  private static List<String> names(Class<? extends SchemeFamily> family) {
    return Catalogue.onClassPath().schemes().values().stream()
        .filter(scheme -> !scheme.hasFreeParameters())
        .map(OdeScheme::facts)
        .filter(facts -> family.isInstance(facts.family()))
        .filter(facts -> !ImplicitCatalogueTest.isImplicit(facts))
        .map(SchemeFacts::name)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("tableaus")
  void tableauIsAcceptedAtItsOrderOnly(String name) {
    RungeKutta scheme = tableau(name);
    assertEquals(Set.of(), messages(scheme));
    assertEquals(
        Set.of(
            scheme.order() == scheme.stages() ? Message.ORDER_BEYOND_STAGES : orderTooHigh(scheme)),
        messages(ofOrder(scheme, scheme.order() + 1)));
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void recurrenceIsAcceptedAtItsOrderOnly(String name) {
    Multistep scheme = recurrence(name);
    assertEquals(Set.of(), messages(scheme));
    assertEquals(
        Set.of(Message.MULTISTEP_ORDER_TOO_HIGH), messages(scheme.withOrder(scheme.order() + 1)));
  }

  @ParameterizedTest
  @MethodSource("tableaus")
  void everyDisturbedCoefficientOfATableauIsRefused(String name) {
    RungeKutta scheme = tableau(name);
    boolean[] used = used(scheme);
    for (int i = 0; i < scheme.stages(); i++) {
      assertRefused(disturbed(scheme, i, ABSCISSA_ALONE), Message.ROW_SUM);
      assertRefused(disturbed(scheme, i, WEIGHT), orderTooHigh(scheme));
      for (int j = 0; j < scheme.stages(); j++) {
        RungeKutta inRow = disturbed(scheme, i, j);
        if (j >= i) {
          assertRefused(inRow, Message.NOT_EXPLICIT);
        } else {
          assertRefused(inRow, Message.ROW_SUM);
          // With its abscissa made to fit, some stages may be any.
          if (scheme.order() > 1 && used[i] && !FREE.contains(name + " " + (i + 1))) {
            assertRefused(withRowSums(inRow), orderTooHigh(scheme));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recurrences")
  void everyDisturbedCoefficientOfARecurrenceIsRefused(String name) {
    Multistep scheme = recurrence(name);
    for (int i = 0; i < scheme.terms().size(); i++) {
      List<Multistep.Term> terms = new ArrayList<>(scheme.terms());
      Multistep.Term term = terms.get(i);
      Exact coefficient = term.coefficient().plus(DISTURBANCE);
      terms.set(i, new Multistep.Term(term.kind(), term.back(), coefficient));
      assertRefused(scheme.withTerms(terms), Message.MULTISTEP_ORDER_TOO_HIGH);
    }
  }

  private static RungeKutta tableau(String name) {
    SchemeFacts facts = Float64.scheme(name).facts();
    String text =
        Textbook.isTableau(facts.text())
            ? facts.text()
            : ofDefinition(Float64.scheme(name).definition(Coefficients.FROZEN));
    RungeKutta scheme =
        TableauParser.parsePair(name, facts.order(), text)
            .value()
            .orElseThrow()
            .method()
            .withoutUnusedStages();
    return facts.isProved()
        ? scheme
        : scheme.withTolerance(
            new Tolerance(facts.tolerance(), exact(new BigDecimal(facts.tolerance()))));
  }

  /** {@code 0 | ; 1/2 | 1/2 ; | 0, 1 ; to 1e-14} in rows. */
  private static String ofDefinition(String definition) {
    List<String> rows = new ArrayList<>(List.of(definition.replace(",", "").split(" ; ", -1)));
    rows.removeIf(row -> !row.contains("|"));
    rows.add(rows.size() - 1, "--");
    return String.join("\n", rows);
  }

  private static Exact exact(BigDecimal tolerance) {
    return Exact.ONE.over(Exact.of(10).pow(tolerance.scale()));
  }

  private static Message orderTooHigh(RungeKutta scheme) {
    return scheme.tolerance().isNone() ? Message.ORDER_TOO_HIGH : Message.TOLERANCE_EXCEEDED;
  }

  private static Multistep recurrence(String name) {
    SchemeFacts facts = Float64.scheme(name).facts();
    StartOfBlock start = StartOfBlock.of(facts);
    boolean absorbs = !facts.text().contains("h");
    Multistep scheme =
        new Multistep(
            name,
            facts.order(),
            RecurrenceParser.parse(name, facts.text(), absorbs, false).value().orElseThrow(),
            start.steps(),
            start
                .scheme()
                .<StartingProcedure>map(
                    s -> new StartingProcedure.OneStep(tableau(s.facts().name())))
                .orElseGet(
                    () ->
                        start.startingSteps() > 0
                            ? new StartingProcedure.FromRest()
                            : new StartingProcedure.ZeroHistory()),
            ((SchemeFamily.LinearMultistep) facts.family()).carriesHistory());
    return absorbs
        ? scheme.absorbing().orElseThrow()
        : scheme.withEquationOrder(facts.text().contains("h^2") ? 2 : 1);
  }

  private static Set<Message> messages(Scheme scheme) {
    return Verifier.verify(scheme).findings().stream()
        .map(Finding::message)
        .filter(message -> !ABOUT_THE_START.contains(message))
        .collect(Collectors.toSet());
  }

  /** Refused by this message, which names the condition in letters. */
  private static void assertRefused(Scheme scheme, Message message) {
    List<Finding> findings =
        Verifier.verify(scheme).findings().stream().filter(f -> f.message() == message).toList();
    assertFalse(findings.isEmpty(), scheme::toString);
    String text = findings.get(0).text();
    switch (message) {
      case ORDER_TOO_HIGH, TOLERANCE_EXCEEDED ->
          assertTrue(text.matches(".*sum b_i.*\\(tree .*, order \\d+\\).*"), text);
      case MULTISTEP_ORDER_TOO_HIGH -> assertTrue(text.matches(".* C_\\d+ = .*"), text);
      case ROW_SUM -> assertTrue(text.matches(".* c_\\d+ = .*"), text);
      default -> assertTrue(text.matches(".* a_[\\d,]+ = .*"), text);
    }
  }

  private static final int ABSCISSA_ALONE = -1;
  private static final int WEIGHT = -2;

  /** Disturbs a_ij, or what {@code j} stands for of stage i. */
  private static RungeKutta disturbed(RungeKutta s, int i, int j) {
    List<List<Exact>> a = new ArrayList<>();
    s.a().forEach(row -> a.add(new ArrayList<>(row)));
    List<Exact> b = new ArrayList<>(s.weights());
    List<Exact> c = new ArrayList<>(s.c());
    switch (j) {
      case ABSCISSA_ALONE -> c.set(i, c.get(i).plus(DISTURBANCE));
      case WEIGHT -> b.set(i, b.get(i).plus(DISTURBANCE));
      default -> a.get(i).set(j, s.a(i, j).plus(DISTURBANCE));
    }
    return new RungeKutta(s.name(), s.order(), a, b, s.factor(), c, s.notation());
  }

  private static RungeKutta withRowSums(RungeKutta s) {
    List<Exact> c =
        s.a().stream().map(row -> row.stream().reduce(Exact.ZERO, Exact::plus)).toList();
    return new RungeKutta(s.name(), s.order(), s.a(), s.weights(), s.factor(), c, s.notation());
  }

  private static RungeKutta ofOrder(RungeKutta s, int order) {
    return new RungeKutta(s.name(), order, s.a(), s.weights(), s.factor(), s.c(), s.notation());
  }

  /** The stages that the result depends on. */
  private static boolean[] used(RungeKutta scheme) {
    boolean[] used = new boolean[scheme.stages()];
    for (int j = used.length - 1; j >= 0; j--) {
      used[j] = !scheme.b(j).isZero();
      for (int i = j + 1; i < used.length; i++) {
        used[j] |= used[i] && !scheme.a(i, j).isZero();
      }
    }
    return used;
  }
}
