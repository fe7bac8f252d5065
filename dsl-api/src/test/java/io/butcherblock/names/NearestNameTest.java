package io.butcherblock.names;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> NETWORKS = List.of("oisr-lf-s", "oisr-lf", "oisr-rk2", "edsr");

  @Test
  void theNearestNameIsFoundInAnyCase() {
    assertEquals(Optional.of("oisr-lf"), NearestName.of("OISR-LV", NETWORKS));
    assertEquals(Optional.of("oisr-lf-s"), NearestName.of("oisr_lf_s", NETWORKS));
    assertEquals(Optional.of("Kutta3"), NearestName.of("kuta3", List.of("Kutta3")));
  }

  @Test
  void aNameThatIsNoneOfThemIsNotSuggested() {
    assertEquals(Optional.empty(), NearestName.of("swinir", NETWORKS));
    assertEquals(Optional.empty(), NearestName.of("edsr", List.of()));
  }

  /** A third of the letters of the name, rounded up: 1 of 3, 2 of 4, 2 of 6, 3 of 7. */
  @ParameterizedTest
  @CsvSource({
    "abx, abc, true", "axx, abc, false",
    "abxx, abcd, true", "axxx, abcd, false",
    "abcdxx, abcdef, true", "abcxxx, abcdef, false",
    "abcdxxx, abcdefg, true", "abcxxxx, abcdefg, false"
  })
  void aThirdOfTheLettersMayDiffer(String typed, String name, boolean isNear) {
    assertEquals(isNear, NearestName.of(typed, List.of(name)).isPresent());
  }

  @Test
  void ofNamesThatAreEquallyNearTheFirstByNameIsMeant() {
    assertEquals(Optional.of("rk2"), NearestName.of("rk5", List.of("rk4", "rk2", "rk3")));
  }

  @Test
  void theQuestionIsAskedWhereANameIsNear() {
    assertEquals(" Did you mean edsr?", NearestName.question("esdr", NETWORKS));
    assertEquals("", NearestName.question("swinir", NETWORKS));
  }

  @Test
  void theSentenceTellsTheNearestNameOrThoseThatExist() {
    assertEquals(
        "There is no network oisr-rk; did you mean oisr-lf?",
        NearestName.unknown("network", "oisr-rk", List.of("oisr-lf")));
    assertEquals(
        "There is no network swinir; there are edsr, oisr-lf, oisr-lf-s, oisr-rk2.",
        NearestName.unknown("network", "swinir", NETWORKS));
    assertEquals("There is no scheme ab3.", NearestName.unknown("scheme", "ab3", List.of()));
  }

  @Test
  void aLongListIsCutShort() {
    List<String> names = IntStream.range(100, 123).mapToObj(i -> "scheme" + i).toList();
    String sentence = NearestName.unknown("scheme", "x", names);
    assertEquals("scheme119 and 3 more.", sentence.substring(sentence.indexOf("scheme119")));
  }
}
