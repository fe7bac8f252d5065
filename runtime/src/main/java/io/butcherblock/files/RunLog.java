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
import java.util.List;
import java.util.Map;

/**
 * A log of a run: one JSON object a line, each written at once, so that a crash costs the last line
 * at most.
 */
public final class RunLog implements AutoCloseable {

  /** The field that orders the records; those without it belong to the run as a whole. */
  public static final String STEP = "step";

  private final Path file;
  private final FileChannel channel;

  private RunLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a log to append to it, or creates it. An incomplete last line, left by a crash, is cut
   * off.
   *
   * @throws ButcherblockException if the file cannot be written
   */
  public static RunLog open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        channel.truncate(wholeLines(Files.readAllBytes(file)));
        channel.position(channel.size());
        return new RunLog(file, channel);
      } catch (IOException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /** The length up to the last line feed. */
  private static int wholeLines(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }

  /**
   * Adds a record.
   *
   * @param record numbers, texts and lists by name
   * @throws ButcherblockException if the disk is full
   */
  public void write(Map<String, ?> record) {
    try {
      byte[] line = (Json.line(record) + "\n").getBytes(StandardCharsets.UTF_8);
      ByteBuffer buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }

  /**
   * Reads all records; what a crash left of a last line is passed over.
   *
   * @throws ButcherblockException if the file cannot be read or another line is no JSON object
   */
  public static List<JsonNode> read(Path file) {
    List<JsonNode> records = new ArrayList<>();
    for (String line : lines(file)) {
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
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
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
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailure.cannot("write", file, e);
    }
  }
}
