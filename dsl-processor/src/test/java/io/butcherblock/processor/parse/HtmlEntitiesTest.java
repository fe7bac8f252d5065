package io.butcherblock.processor.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlEntitiesTest {

  /** The characters of the HTML standard's table of named references. */
  @ParameterizedTest
  @CsvSource({
    "St&ouml;rmer, St\u00f6rmer",
    "N&oslash;rsett, N\u00f8rsett",
    "&Eacute;l&eacute;ment &agrave; &ntilde; &ccedil; &Aring; &ocirc;,"
        + " \u00c9l\u00e9ment \u00e0 \u00f1 \u00e7 \u00c5 \u00f4",
    "Butcher&#45;s &#xF6; &#246;, Butcher-s \u00f6 \u00f6",
    "-1 &lt; k &lt;= 1 &amp; more, -1 < k <= 1 & more",
    "&amp;lt;, &lt;",
    "R&D; &unknown; &; &#0; &#9999999; AT&T, R&D; &unknown; &; &#0; &#9999999; AT&T"
  })
  void areTheCharactersThatTheyStandFor(String text, String decoded) {
    assertEquals(decoded, HtmlEntities.decoded(text));
  }
}
