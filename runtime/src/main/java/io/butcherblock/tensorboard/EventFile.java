package io.butcherblock.tensorboard;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.AppendedFile;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.HostName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * An event file. Each record is written at once, so that a crash costs the last one at most;
 * readers stop before an incomplete one. A file is never written on: who resumes begins another,
 * whose name sorts behind.
 */
public final class EventFile implements AutoCloseable {

  private static final int WALL_TIME = 1;
  private static final int STEP = 2;
  private static final int FILE_VERSION = 3;
  private static final int SUMMARY = 5;
  private static final int SESSION_LOG = 7;
  private static final int STATUS = 1;
  private static final int START = 1;

  /** Readers look for "tfevents"; the end tells our files from those of others. */
  private static final Pattern NAME =
      Pattern.compile("events\\.out\\.tfevents\\.(\\d{10})\\..*\\.butcherblock");

  private final AppendedFile records;

  private EventFile(AppendedFile records) {
    this.records = records;
  }

  /**
   * Begins a new event file in a folder, behind those that are there.
   *
   * @throws ButcherblockException if it cannot be written
   */
  public static EventFile begin(Path folder) {
    try {
      long newest = 0;
      for (Path earlier : list(folder)) {
        newest = Math.max(newest, seconds(earlier));
      }
      String name =
          String.format(
              Locale.ROOT,
              "events.out.tfevents.%010d.%s.%s.butcherblock",
              Math.max(System.currentTimeMillis() / 1000, newest + 1),
              HostName.get().replaceAll("[^A-Za-z0-9_-]", "_"),
              ProcessHandle.current().pid());
      Path file = folder.resolve(name);
      EventFile opened =
          new EventFile(
              new AppendedFile(
                  file,
                  FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)));
      boolean begun = false;
      try {
        opened.write(event(0).text(FILE_VERSION, "brain.Event:2"));
        begun = true;
        return opened;
      } finally {
        if (!begun) {
          opened.close();
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write the event file for TensorBoard in", folder, e);
    }
  }

  /** The event files in a folder, if there is one, that this library wrote; the oldest first. */
  public static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private static long seconds(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    return name.matches() ? Long.parseLong(name.group(1)) : 0;
  }

  /**
   * Notes that a run begins, or goes on from a saved state. Of what was written before, readers
   * drop {@code step} and all steps behind it.
   *
   * @param step the first that comes
   */
  public void start(long step) {
    write(event(step).message(SESSION_LOG, new Message().integer(STATUS, START)));
  }

  /** Adds the values of a step. */
  public void add(long step, Summary summary) {
    write(event(step).message(SUMMARY, summary.message()));
  }

  private static Message event(long step) {
    return new Message()
        .float64(WALL_TIME, System.currentTimeMillis() / 1000.0)
        .integer(STEP, step);
  }

  private void write(Message event) {
    records.append(record(event.toBytes()));
  }

  /**
   * A record of TFRecord: length, its checksum, the bytes, their checksum.
   *
   * @param bytes of any length
   */
  static byte[] record(byte[] bytes) {
    ByteBuffer record =
        ByteBuffer.allocate(Long.BYTES + Integer.BYTES + bytes.length + Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(bytes.length);
    record.putInt(maskedChecksum(record.array(), Long.BYTES));
    record.put(bytes);
    record.putInt(maskedChecksum(bytes, bytes.length));
    return record.array();
  }

  /** CRC-32C, turned and moved so that the checksum of bytes that hold checksums is a good one. */
  private static int maskedChecksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
  }

  /** Brings all that was written to the disk. */
  public void force() {
    records.force();
  }

  @Override
  public void close() {
    records.close();
  }
}
