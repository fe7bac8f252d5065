package io.butcherblock.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.data.Batch;
import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Files that a person may have made: what is wrong in them is told with its place. */
class OfficialCaseTest {

  @TempDir private Path folder;

  private OfficialCase parity;

  @BeforeEach
  void writeCase() throws IOException {
    parity = new OfficialCase(folder, "small");
    json("{\"blocks\": 2, \"scale\": 2, \"losses\": [3.5, 2]}");
    array("batch_lr", 4, 3, 5, 5);
    array("batch_hr", 4, 3, 10, 10);
  }

  @Test
  void aCaseIsRead() {
    assertEquals(2, parity.number("blocks"));
    assertEquals(List.of(3.5, 2.0), parity.losses());
    Batch batch = parity.batch();
    assertEquals(List.of(4, 5, 2), List.of(batch.n(), batch.patch(), batch.scale()));
    assertEquals(4 * 3 * 10 * 10, batch.hr().length);
  }

  @Test
  void whatIsNoCaseIsRefused() throws IOException {
    array("input", 7);
    array("output", 1, 4, 5, 5);
    array("other", 0, 3, 5, 5);
    for (String part : List.of("input", "output", "other")) {
      assertRefused(
          folder.resolve("small." + part + ".npy")
              + " holds no images in RGB, an array of the shape (N, 3, height, width).",
          () -> parity.images(part));
    }
    array("batch_hr", 4, 3, 10, 5);
    assertRefused(
        "The patches of the parity case small in %s are no pairs of squares at x2: batch_lr is [4, 3, 5, 5] and batch_hr [4, 3, 10, 5]."
            .formatted(folder),
        parity::batch);
    Path file = folder.resolve("small.json");
    json("{\"blocks\": \"two\", \"scale\": 0, \"losses\": []}");
    assertRefused(
        file + " says \"two\" for blocks, which is a whole number of at least 1.",
        () -> parity.number("blocks"));
    assertRefused(
        file + " says 0 for scale, which is a whole number of at least 1.", parity::scale);
    assertRefused(file + " has no list of losses.", parity::losses);
    assertRefused(file + " does not say channels.", () -> parity.number("channels"));
  }

  private static void assertRefused(String sentence, Executable reading) {
    assertEquals(sentence, assertThrows(ButcherblockException.class, reading).getMessage());
  }

  private void json(String text) throws IOException {
    Files.writeString(folder.resolve("small.json"), text);
  }

  private void array(String part, int... shape) throws IOException {
    String text =
        Arrays.toString(shape).replace("[", "(").replace("]", shape.length > 1 ? ")" : ",)");
    String header = "{'descr': '<f4', 'fortran_order': False, 'shape': %s, }".formatted(text);
    int values = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + Float.BYTES * values)
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    bytes.putShort((short) header.length()).put(header.getBytes(StandardCharsets.US_ASCII));
    Files.write(folder.resolve("small." + part + ".npy"), bytes.array());
  }
}
