package io.butcherblock.names;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  /**
   * Distances as others print them: Wikipedia on the Levenshtein distance (kitten, Saturday, flaw);
   * Jurafsky, Martin, Speech and Language Processing (intention); the documentation of PostgreSQL's
   * fuzzystrmatch (GUMBO); Rosetta Code (rosettacode); the others from the tests of Apache Commons
   * Text.
   */
  @ParameterizedTest
  @CsvSource({
    "kitten, sitting, 3",
    "Saturday, Sunday, 3",
    "intention, execution, 5",
    "GUMBO, GAMBOL, 2",
    "flaw, lawn, 2",
    "rosettacode, raisethysword, 8",
    "fly, ant, 3",
    "elephant, hippo, 7",
    "hippo, elephant, 7",
    "hippo, zzzzzzzz, 8",
    "zzzzzzzz, hippo, 8",
    "hello, hallo, 1",
    "frog, fog, 1",
    "'', '', 0",
    "'', a, 1",
    "aaapppp, '', 7"
  })
  void distancesAreThePublishedOnes(String from, String to, int distance) {
    assertEquals(distance, EditDistance.of(from, to));
    assertEquals(distance, EditDistance.of(to, from));
  }

  @Test
  void exchangedNeighborsAreTwoEdits() {
    assertEquals(2, EditDistance.of("ab", "ba"));
  }

  /** A distance is a metric: 0 only of equal texts, and never longer by a detour. */
  @Test
  void distancesAreAMetric() {
    List<String> words = List.of("", "a", "ab", "ba", "abc", "acb", "aab", "baab", "cabbage");
    for (String a : words) {
      for (String b : words) {
        assertEquals(a.equals(b), EditDistance.of(a, b) == 0);
        for (String c : words) {
          assertTrue(
              EditDistance.of(a, c) <= EditDistance.of(a, b) + EditDistance.of(b, c),
              a + " " + b + " " + c);
        }
      }
    }
  }
}
