package io.butcherblock.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tensorflow.framework.Summary;
import org.tensorflow.util.Event;
import org.tensorflow.util.SessionLog.SessionStatus;

/**
 * Reads event files with TensorFlow's own classes and Guava's CRC-32C, and puts them together as
 * TensorBoard does.
 */
public final class EventReader {

  private static final HashFunction CRC = Hashing.crc32c();

  private EventReader() {}

  /** All complete records of a file. */
  public static List<Event> read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  static List<Event> read(byte[] bytes) throws InvalidProtocolBufferException {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    List<Event> events = new ArrayList<>();
    while (in.remaining() >= 12) {
      int start = in.position();
      long length = in.getLong();
      assertEquals(masked(bytes, start, 8), in.getInt(), "the checksum of a length");
      if (in.remaining() < length + 4) {
        break;
      }
      byte[] data = new byte[(int) length];
      in.get(data);
      assertEquals(masked(data, 0, data.length), in.getInt(), "the checksum of an event");
      events.add(Event.parseFrom(data));
    }
    return events;
  }

  private static int masked(byte[] bytes, int offset, int length) {
    int crc = CRC.hashBytes(bytes, offset, length).asInt();
    return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
  }

  /**
   * The values of a run by tag and step. A start after the first drops what was read before of its
   * step and of later ones ({@code _CheckForRestartAndMaybePurge} of TensorBoard).
   */
  public static Map<String, NavigableMap<Long, Summary.Value>> run(Path folder) throws IOException {
    Map<String, NavigableMap<Long, Summary.Value>> values = new LinkedHashMap<>();
    boolean started = false;
    for (Path file : EventFile.list(folder)) {
      for (Event event : read(file)) {
        if (event.getSessionLog().getStatus() == SessionStatus.START) {
          if (started) {
            values.values().forEach(tag -> tag.tailMap(event.getStep(), true).clear());
          }
          started = true;
        }
        for (Summary.Value value : event.getSummary().getValueList()) {
          values
              .computeIfAbsent(value.getTag(), tag -> new TreeMap<>())
              .put(event.getStep(), value);
        }
      }
    }
    return values;
  }
}
