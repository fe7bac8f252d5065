package io.butcherblock.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.metrics.PsnrSsim;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationJournalTest {

  @TempDir private Path folder;

  private static JournalEntry entry(String name, double psnr) {
    return new JournalEntry(
        "key of " + name,
        new EvaluatedImage(
            name, new PsnrSsim(psnr, Math.nextUp(0.9)), new PsnrSsim(Math.PI * 10, -0.25)));
  }

  @Test
  void everyBitComesBack() {
    Path file = folder.resolve("below").resolve("journal.jsonl");
    List<JournalEntry> entries =
        List.of(entry("a/größer", Math.nextUp(30.1)), entry("equal", Double.POSITIVE_INFINITY));
    try (EvaluationJournal journal = EvaluationJournal.open(file)) {
      assertEquals(List.of(), journal.found());
      entries.forEach(journal::add);
    }
    try (EvaluationJournal journal = EvaluationJournal.open(file)) {
      assertEquals(entries, journal.found());
      journal.add(entry("more", 1));
    }
    try (EvaluationJournal journal = EvaluationJournal.open(file)) {
      assertEquals(3, journal.found().size());
    }
    entries.forEach(each -> assertEquals(each, JournalEntry.of(each.toJson())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no line end", "text\n", "{\"step\": 1}\n", "[1]\n", "{\n}\n"})
  void anotherFileIsLeftAsItIs(String content) throws IOException {
    Path file = folder.resolve("file");
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    Files.write(file, bytes);
    assertThrows(ButcherblockException.class, () -> EvaluationJournal.open(file).close());
    assertArrayEquals(bytes, Files.readAllBytes(file));
  }
}
