package io.butcherblock.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonTest {

  @TempDir private Path folder;

  private record Figures(String name, List<Double> values) {}

  @Test
  void aRecordIsWrittenInTheOrderOfItsComponents() {
    Figures figures = new Figures("a", List.of(0.1, Double.POSITIVE_INFINITY));
    assertEquals("{\"name\":\"a\",\"values\":[0.1,\"Infinity\"]}", Json.line(figures));
    assertEquals(
        """
        {
          "name" : "a",
          "values" : [ 0.1, "Infinity" ]
        }
        """,
        Json.lines(figures));
  }

  @Test
  void whatIsWrittenIsRead() {
    Path file = folder.resolve("new/file.json");
    Json.write(file, Map.of("steps", 7));
    assertEquals(7, Json.read(file).get("steps").asInt());
  }

  @Test
  void whatCannotBeReadIsOneSentence() throws IOException {
    Path file = folder.resolve("file.json");
    assertEquals("Cannot read " + file + ": no such file.", failure(file, ""));
    Files.writeString(file, "{\"steps\": ");
    assertEquals("Cannot read " + file + ": it is not valid JSON.", failure(file, ""));
    assertEquals(
        "Cannot read " + file + ": it is not valid JSON; remove it.", failure(file, "remove it"));
    // Looks like UTF-32, and is none.
    Files.write(file, new byte[] {0, 0, 0, '{', 'e', 'o', '"', ':'});
    assertEquals("Cannot read " + file + ": it is not valid JSON.", failure(file, ""));
  }

  private static String failure(Path file, String advice) {
    return assertThrows(ButcherblockException.class, () -> Json.read(file, advice)).getMessage();
  }
}
