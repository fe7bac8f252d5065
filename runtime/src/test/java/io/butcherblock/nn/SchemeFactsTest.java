package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Facts are collected by name; those that have to be given are asked for. */
class SchemeFactsTest {

  private static final SchemeFamily ADAMS = new SchemeFamily.LinearMultistep(2);
  private static final SchemeStability STABILITY =
      new SchemeStability("p", List.of(List.of(1.0)), 1, 0);

  @Test
  void whatIsNotGivenIsEmptyOrUnknown() {
    SchemeFacts facts =
        SchemeFacts.builder("ab2").family(ADAMS).order(2, 1).stability(STABILITY).build();
    assertEquals(
        new SchemeFacts(
            "ab2", "", ADAMS, 2, 1, "", "One step", "", STABILITY, "", "", SchemeMeasures.UNKNOWN),
        facts);
  }

  @Test
  void orderFamilyAndStabilityHaveToBeGiven() {
    SchemeFacts.Builder facts = SchemeFacts.builder("ab2");
    assertEquals(
        "The order of the scheme ab2 is not given.",
        assertThrows(IllegalStateException.class, facts::build).getMessage());
    facts.order(2);
    assertEquals("family", assertThrows(NullPointerException.class, facts::build).getMessage());
    facts.family(ADAMS);
    assertEquals("stability", assertThrows(NullPointerException.class, facts::build).getMessage());
  }
}
