package io.butcherblock.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.BoundedFile;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RunLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file with the PSNR and SSIM of each image, a line written as soon as they are known, so that an
 * evaluation that was interrupted need not start again. The caller closes it.
 */
public final class EvaluationJournal implements AutoCloseable {

  private final List<JournalEntry> found;
  private final RunLog log;

  private EvaluationJournal(List<JournalEntry> found, RunLog log) {
    this.found = found;
    this.log = log;
  }

  /**
   * Opens a journal to append to it, and reads the entries it holds; creates it if it does not
   * exist.
   *
   * @return the journal, which the caller closes
   * @throws ButcherblockException if the file is something else, which is not changed, or cannot be
   *     written, or another process writes to it
   */
  public static EvaluationJournal open(Path file) {
    if (Files.exists(file)) {
      // Before anything is changed.
      boolean begins = beginsAsOne(file);
      List<JournalEntry> unused = entries(file, begins, begins ? RunLog.read(file) : List.of());
    }
    RunLog log = RunLog.openAlone(file);
    try {
      return new EvaluationJournal(entries(file, true, log.records()), log);
    } catch (ButcherblockException e) {
      log.close();
      throw e;
    }
  }

  private static List<JournalEntry> entries(Path file, boolean begins, List<JsonNode> records) {
    List<JournalEntry> entries = new ArrayList<>();
    boolean sound = begins;
    for (JsonNode record : records) {
      sound &= JournalEntry.of(record).map(entries::add).orElse(false);
    }
    if (!sound) {
      throw new ButcherblockException(
          file + " is no journal of an evaluation; name another file, or one that is not there.");
    }
    return entries;
  }

  /** The log cuts off what looks like half a line, which must not be all of another file. */
  private static boolean beginsAsOne(Path file) {
    BoundedFile.checkIsFile(file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(JournalEntry.START.length());
      return JournalEntry.START.startsWith(new String(start, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  /** The entries that the journal held when it was opened, in their order. */
  public List<JournalEntry> found() {
    return List.copyOf(found);
  }

  /**
   * Appends an entry, which is on disk when this returns.
   *
   * @throws ButcherblockException if the file cannot be written, such as on a full disk
   */
  public void add(JournalEntry entry) {
    log.write(entry.record());
  }

  @Override
  public void close() {
    log.close();
  }
}
