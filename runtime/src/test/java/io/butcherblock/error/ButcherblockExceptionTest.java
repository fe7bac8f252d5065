package io.butcherblock.error;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ButcherblockExceptionTest {

  private final ButcherblockException failure =
      ButcherblockException.of(
          "%s is 100 %% full after %s steps: use %s, or another %s.",
          Path.of("a%sb"), 3, Setting.BATCH_SIZE.of(8), Setting.OUTPUT);

  @Test
  void theMessageIsASentenceInTheLibrarysOwnTerms() {
    assertEquals(
        "a%sb is 100 % full after 3 steps: use a batch size of 8, or another output folder.",
        failure.getMessage());
    assertNull(failure.getCause());
  }

  @Test
  void remediesAreData() {
    assertEquals(
        List.of(new Remedy(Setting.BATCH_SIZE, "8"), new Remedy(Setting.OUTPUT, "")),
        failure.remedies());
    assertEquals(List.of(), new ButcherblockException("100 % %s").remedies());
  }

  @Test
  void aProgramNamesSettingsByItsOwnWords() {
    assertEquals(
        "a%sb is 100 % full after 3 steps: use BATCH_SIZE=8, or another OUTPUT=.",
        failure.message(ButcherblockExceptionTest::words));
    assertEquals("100 % %s", new ButcherblockException("100 % %s").message(remedy -> "x"));
  }

  @Test
  void aPlaceCanBePutBeforeTheMessage() {
    ButcherblockException placed = failure.within("net%d");
    assertEquals("net%d: " + failure.getMessage(), placed.getMessage());
    assertEquals(failure.remedies(), placed.remedies());
    assertSame(failure, placed.getCause());
  }

  @Test
  void itCanBeSerialized() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      ButcherblockException read = (ButcherblockException) in.readObject();
      assertEquals(failure.remedies(), read.remedies());
      assertEquals(
          failure.message(ButcherblockExceptionTest::words),
          read.message(ButcherblockExceptionTest::words));
    }
  }

  @Test
  void everySettingReadsAsPartOfASentence() {
    for (Setting setting : Setting.values()) {
      assertEquals(setting.toString().strip(), setting.toString());
      assertEquals(
          setting.toString().substring(0, 1).toLowerCase(Locale.ROOT),
          setting.toString().substring(0, 1));
    }
  }

  private static String words(Remedy remedy) {
    return remedy.setting().name() + "=" + remedy.value();
  }

  @Test
  void anotherNameOfAFileLeavesTheSettings() {
    ButcherblockException failure =
        ButcherblockException.of("Cannot write %s: give another %s.", "/tmp/a", Setting.OUTPUT);
    ButcherblockException reworded = failure.reworded(text -> text.replace("/tmp/", ""));
    assertEquals("Cannot write a: give another output folder.", reworded.getMessage());
    assertEquals(failure.remedies(), reworded.remedies());
    assertSame(failure, reworded.getCause());
  }
}
