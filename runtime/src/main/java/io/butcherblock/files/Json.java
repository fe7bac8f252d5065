package io.butcherblock.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.error.ButcherblockException;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads and writes JSON. A number that is infinite or not a number is written as a text: {@code
 * "Infinity"}, {@code "NaN"}.
 */
public final class Json {

  /** Of all JSON that this library and its programs read and write; it is not configured anew. */
  public static final JsonMapper MAPPER = new JsonMapper();

  /** Some 100,000 times what a run or a state has to say. */
  private static final int MOST_BYTES = 64 << 20;

  private Json() {}

  /** A tree, map or record as one line, without a line feed. */
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Names, texts, numbers and lists are always JSON.", e);
    }
  }

  /** A tree, map or record as indented lines, with a line feed at the end. */
  public static String lines(Object value) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Names, texts, numbers and lists are always JSON.", e);
    }
  }

  /** Writes {@link #lines} of a value into a file, whole or not at all. */
  public static void write(Path file, Object value) {
    WholeFile.writeText(file, lines(value));
  }

  /**
   * Reads a file.
   *
   * @throws ButcherblockException if it cannot be read, is not JSON or has more than 64 MiB
   */
  public static JsonNode read(Path file) {
    return read(file, "");
  }

  /**
   * Reads a file.
   *
   * @param advice what to do where the file is not JSON, as {@code remove it to begin anew}
   * @throws ButcherblockException if it cannot be read or is not JSON
   */
  public static JsonNode read(Path file, String advice) {
    try {
      return MAPPER.readTree(RegularFile.bytes(file, MOST_BYTES));
    } catch (JsonProcessingException | CharConversionException e) {
      throw new ButcherblockException(
          "Cannot read "
              + file
              + ": it is not valid JSON"
              + (advice.isEmpty() ? "." : "; " + advice + "."),
          e);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }
}
