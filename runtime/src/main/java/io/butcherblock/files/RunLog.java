package io.butcherblock.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A log of a run: one JSON object a line, each written at once, so that a crash costs the last line
 * at most.
 */
public final class RunLog implements AutoCloseable {

  /** The field that orders the records; those without it belong to the run as a whole. */
  public static final String STEP = "step";

  /** Some millions of lines; a run of a week has thousands. */
  private static final int MOST_BYTES = 1 << 30;

  private final Path file;
  private final FileChannel channel;
  private final AppendedFile appended;

  private RunLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
    this.appended = new AppendedFile(file, channel);
  }

  /**
   * Opens a log to append to it, or creates it. An incomplete last line, left by a crash, is cut
   * off.
   *
   * @throws ButcherblockException if the file cannot be written
   */
  public static RunLog open(Path file) {
    return open(file, /* alone= */ false);
  }

  /**
   * Opens a log as {@link #open} does, for this process alone: until it is closed no other opens it
   * so. On Unix that ends when this process closes the same file elsewhere, so that it is to be
   * read by {@link #records}.
   *
   * @throws ButcherblockException if another process has it open so, or it cannot be written
   */
  public static RunLog openAlone(Path file) {
    return open(file, /* alone= */ true);
  }

  private static RunLog open(Path file, boolean alone) {
    try {
      if (Files.exists(file)) {
        RegularFile.check(file);
      }
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      boolean opened = false;
      try {
        if (alone && !ChannelLock.tryLock(channel).orElse(true)) {
          throw new ButcherblockException(
              "Another process writes to "
                  + file
                  + " now; wait until it has ended, or name another file.");
        }
        channel.truncate(wholeLines(bytes(file, channel)));
        channel.position(channel.size());
        opened = true;
        return new RunLog(file, channel);
      } finally {
        if (!opened) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  private static byte[] bytes(Path file, FileChannel channel) throws IOException {
    RegularFile.checkSize(file, channel.size(), MOST_BYTES);
    ByteBuffer bytes = ByteBuffer.allocate((int) channel.size());
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {}
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  /** The length up to the last line feed. */
  private static int wholeLines(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }

  /** The length of the log in bytes, all of which are on the disk when this returns. */
  public long force() {
    appended.force();
    try {
      return channel.size();
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Drops what was written after the log had a length.
   *
   * @param bytes what {@link #force} returned once; negative if that is not known
   * @return whether a line of the log ends there; if not, nothing is changed
   */
  public boolean cut(long bytes) {
    try {
      ByteBuffer last = ByteBuffer.allocate(1);
      boolean lineEnds =
          bytes == 0
              || (bytes > 0
                  && bytes <= channel.size()
                  && channel.read(last, bytes - 1) == 1
                  && last.get(0) == '\n');
      if (lineEnds) {
        channel.truncate(bytes);
        channel.position(bytes);
      }
      return lineEnds;
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Adds a record.
   *
   * @param record numbers, texts and lists by name
   * @throws ButcherblockException if the disk is full
   */
  public void write(Map<String, ?> record) {
    appended.append((Json.line(record) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads all records; what a crash left of a last line is passed over.
   *
   * @throws ButcherblockException if the file cannot be read or another line is no JSON object
   */
  public static List<JsonNode> read(Path file) {
    return parse(file, lines(file));
  }

  /**
   * Reads all records of this log.
   *
   * @throws ButcherblockException as {@link #read}
   */
  public List<JsonNode> records() {
    try {
      return parse(file, lines(bytes(file, channel)));
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  private static List<JsonNode> parse(Path file, List<String> lines) {
    List<JsonNode> records = new ArrayList<>();
    for (String line : lines) {
      records.add(parse(file, records.size() + 1, line));
    }
    return records;
  }

  /**
   * Drops the records behind a step, which a run that is resumed there will write again.
   *
   * @throws ButcherblockException as {@link #read}, or if the file cannot be written
   */
  public static void truncateAfter(Path file, long step) {
    StringBuilder kept = new StringBuilder();
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (parse(file, number, line).path(STEP).asLong(0) <= step) {
        kept.append(line).append('\n');
      }
    }
    WholeFile.writeText(file, kept.toString());
  }

  private static List<String> lines(Path file) {
    try {
      return lines(RegularFile.bytes(file, MOST_BYTES));
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8).lines().toList();
  }

  private static JsonNode parse(Path file, int number, String line) {
    try {
      JsonNode record = Json.MAPPER.readTree(line);
      if (record.isObject()) {
        return record;
      }
    } catch (JsonProcessingException e) {
      // Told below, with the lines that are JSON but no object.
    }
    throw new ButcherblockException(
        file
            + " is not a valid log: line "
            + number
            + " is no JSON object; remove that line, or the file.");
  }

  @Override
  public void close() {
    appended.close();
  }
}
