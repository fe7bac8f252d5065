package io.butcherblock.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRequestTest {

  private static String name(String given) {
    return JobRequest.of(Map.of("name", given)).name();
  }

  @ParameterizedTest
  @CsvSource({
    "dog.png, dog.png",
    "../../dog.png, dog.png",
    "C:\\pictures\\dog.png, dog.png",
    "a dog.png, a dog.png",
    "'', image",
    "photos/, image"
  })
  void namesAreThoseOfFilesWithoutFolders(String given, String shown) {
    assertEquals(shown, name(given));
  }

  /** A mark of direction, as names in Hebrew or Arabic have, is written out and ends nothing. */
  @Test
  void controlCharactersHideNoPartOfAName() {
    assertEquals("dog_u202egnp.png", name("dog\u202egnp.png"));
    assertEquals("_nX.png", name("\nX.png"));
    // Which an archive's reader on Windows would take for a way out of its folder.
    assertEquals(".._u0000x.png", name("..\0x.png"));
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    String dog = "\uD83D\uDC36";
    assertEquals("a".repeat(199) + dog, name("a".repeat(199) + dog + "bcd.png"));
    assertEquals(dog.repeat(200), name(dog.repeat(201)));
    assertEquals("b".repeat(200), name("b".repeat(200)));
  }

  @Test
  void nameOfNoneIsImage() {
    assertEquals("image", JobRequest.of(Map.of()).name());
  }
}
