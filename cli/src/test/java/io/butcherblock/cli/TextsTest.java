package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void theSentenceNamesBothOrTheListing() {
    assertEquals(
        "There is no network oisr-rk; did you mean oisr-lf? 'butcherblock networks' lists all.",
        Texts.unknownName("network", "oisr-rk", List.of("oisr-lf"), "butcherblock networks")
            .getMessage());
    assertEquals(
        "There is no network abc; 'butcherblock networks' lists those that there are.",
        Texts.unknownName("network", "abc", List.of("edsr"), "butcherblock networks").getMessage());
  }
}
