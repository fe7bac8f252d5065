package io.butcherblock.fuzz;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.EvaluationJournal;
import io.butcherblock.evaluate.JournalEntry;
import io.butcherblock.metrics.PsnrSsim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The journal of an evaluation, which is appended to: what is another file must not change. */
final class JournalTarget implements FuzzTarget {

  private final Path file = Files.createTempFile("fuzz", ".jsonl");

  JournalTarget() throws IOException {
    file.toFile().deleteOnExit();
  }

  @Override
  public void run(byte[] input) throws IOException {
    Files.write(file, input);
    List<JournalEntry> found;
    try (EvaluationJournal journal = EvaluationJournal.open(file)) {
      found = journal.found();
    } catch (ButcherblockException e) {
      if (!Arrays.equals(input, Files.readAllBytes(file))) {
        throw new AssertionError("Refused, and changed.", e);
      }
      throw e;
    }
    for (JournalEntry entry : found) {
      if (!JournalEntry.of(entry.toJson()).equals(entry)) {
        throw new AssertionError("Written otherwise: " + entry);
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    JournalEntry entry =
        new JournalEntry(
            "0a1b",
            new EvaluatedImage(
                "baby", new PsnrSsim(33.25, 0.9), new PsnrSsim(Double.POSITIVE_INFINITY, 1)));
    return List.of(
        Texts.of(entry.toJson() + "\n" + entry.toJson() + "\n"),
        Texts.of(entry.toJson() + "\n{\"key\":\"torn"),
        Texts.of(""));
  }
}
