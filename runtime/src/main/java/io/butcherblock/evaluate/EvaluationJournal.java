package io.butcherblock.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.error.ButcherblockException;
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
 * A file of the figures of each image, a line as soon as they are known, so that an evaluation that
 * was interrupted need not begin anew.
 */
public final class EvaluationJournal implements AutoCloseable {

  private final List<JournalEntry> found;
  private final RunLog log;

  private EvaluationJournal(List<JournalEntry> found, RunLog log) {
    this.found = found;
    this.log = log;
  }

  /**
   * Reads what is in a journal, and opens it to go on with it; begins it if there is none.
   *
   * @throws ButcherblockException if the file is something else, which is left as it is, or cannot
   *     be written
   */
  public static EvaluationJournal open(Path file) {
    List<JournalEntry> found = Files.exists(file) ? read(file) : List.of();
    return new EvaluationJournal(found, RunLog.open(file));
  }

  private static List<JournalEntry> read(Path file) {
    List<JournalEntry> entries = new ArrayList<>();
    boolean sound = beginsAsOne(file);
    for (JsonNode record : sound ? RunLog.read(file) : List.<JsonNode>of()) {
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
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(JournalEntry.START.length());
      return JournalEntry.START.startsWith(new String(start, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  /** What was in it when it was opened. */
  public List<JournalEntry> found() {
    return List.copyOf(found);
  }

  /**
   * Writes an entry at once.
   *
   * @throws ButcherblockException if the disk is full
   */
  public void add(JournalEntry entry) {
    log.write(entry.record());
  }

  @Override
  public void close() {
    log.close();
  }
}
