package io.butcherblock.error;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {

  @Test
  void controlCharactersAreWrittenOutAndOtherTextIsLeft() {
    assertEquals("a\\nb\\r\\tc", PlainText.of("a\nb\r\tc"));
    assertEquals("\\u001b[2J\\u0007\\u0000\\u007f", PlainText.of("\u001b[2J\u0007\0\u007f"));
    assertEquals("\\u009b31m", PlainText.of("\u009b31m"));
    assertEquals("gnp.\\u202eexe\\u2028", PlainText.of("gnp.\u202eexe\u2028"));
    assertEquals("Größe カナ \ud83d\ude00 e\u0301", PlainText.of("Größe カナ \ud83d\ude00 e\u0301"));
    assertEquals("a\n\tb\\u001b\r\n", PlainText.ofLines("a\n\tb\u001b\r\n"));
  }

  @Test
  void failuresAreOnOneLine() {
    ButcherblockException failure = ButcherblockException.of("No %s: %s.", "a\nb", Setting.OUTPUT);
    assertEquals("No a\\nb: --out.", failure.message(remedy -> "--out"));
    assertEquals("x\\u001b: No a\\nb: output folder.", failure.within("x\u001b").getMessage());
  }

  @Test
  void namesOutOfFilesAreCut() {
    assertEquals("a\\nb", PlainText.shortOf("a\nb"));
    assertEquals("x".repeat(100), PlainText.shortOf("x".repeat(100)));
    assertEquals("x".repeat(100) + "...", PlainText.shortOf("x".repeat(1_000_000)));
    // Not in the middle of a character of two, nor of one that is written out.
    assertEquals(
        "x".repeat(99) + "...", PlainText.shortOf("x".repeat(99) + "\ud83d\ude00".repeat(9)));
  }

  @Test
  void aSentenceHasAnEnd() {
    String message = ButcherblockException.of("No %s.", "x".repeat(1_000_000)).getMessage();
    assertEquals("No " + "x".repeat(9_997) + "...", message);
  }
}
