package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.evaluate.EvaluationJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir private Path folder;

  @Test
  void oneProcessHasItUntilItEndsHoweverThatIs() throws Exception {
    Path run = folder.resolve("run");
    Process other = LockHolder.start(run);
    try {
      String refusal =
          assertThrows(ButcherblockException.class, () -> FolderLock.take(run, "run")).getMessage();
      assertTrue(
          refusal.matches(
              "Another run writes to "
                  + Pattern.quote(run.toString())
                  + " now \\(process "
                  + other.pid()
                  + " on [\\w.-]+\\); wait until it has ended, or give another output folder\\."),
          refusal);
    } finally {
      other.destroyForcibly().waitFor();
    }
    try (FolderLock lock = FolderLock.take(run, "run")) {
      assertTrue(lock.isExclusive());
    }
  }

  @Test
  void aProcessTakesItOnce() {
    try (FolderLock first = FolderLock.take(folder, "run")) {
      assertTrue(first.isExclusive());
      for (int i = 0; i < 2; i++) {
        // The refusal must not end the lock, as closing a file would.
        assertThrows(ButcherblockException.class, () -> FolderLock.take(folder, "run"));
      }
    }
    FolderLock again = FolderLock.take(folder, "run");
    again.close();
    again.close();
  }

  /** An interrupt closes the file that is being written, and with it ends the lock. */
  @Test
  void anInterruptedThreadHasNoLockAndLeavesNone() {
    Thread.currentThread().interrupt();
    String refusal;
    try {
      refusal =
          assertThrows(ButcherblockException.class, () -> FolderLock.take(folder, "run"))
              .getMessage();
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals("Cannot write " + folder + ": the thread was interrupted.", refusal);
    FolderLock.take(folder, "run").close();
  }

  /** What another process wrote there is not printed as it is. */
  @Test
  void aStrangeTextInTheFileIsNotRepeated() throws Exception {
    Process other = LockHolder.start(folder);
    try {
      Files.writeString(folder.resolve(".lock"), "process 1 on \u001b[31mevil\n");
      String refusal =
          assertThrows(ButcherblockException.class, () -> FolderLock.take(folder, "run"))
              .getMessage();
      assertEquals(
          "Another run writes to "
              + folder
              + " now; wait until it has ended, or give another output folder.",
          refusal);
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void aFileInThePlaceOfTheFolderIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(ButcherblockException.class, () -> FolderLock.take(file, "run"));
  }

  @Test
  void aJournalHasOneWriter() {
    Path file = folder.resolve("journal");
    try (EvaluationJournal journal = EvaluationJournal.open(file)) {
      assertEquals(0, journal.found().size());
      String refusal =
          assertThrows(ButcherblockException.class, () -> RunLog.openAlone(file)).getMessage();
      assertTrue(refusal.startsWith("Another process writes to " + file), refusal);
    }
    EvaluationJournal.open(file).close();
  }
}
