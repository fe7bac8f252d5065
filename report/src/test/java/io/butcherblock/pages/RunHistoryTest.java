package io.butcherblock.pages;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunHistoryTest {

  private static RunHistory of(String... lines) throws IOException {
    List<JsonNode> records = new ArrayList<>();
    for (String line : lines) {
      records.add(new JsonMapper().readTree(line));
    }
    return new RunHistory(records);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 s",
    "7.6, 8 s",
    "119, 119 s",
    "120, 2 min",
    "5400, 90 min",
    "7100, 118 min",
    "9000, 2.5 h"
  })
  void timesAreInTheUnitThatSuitsThem(double seconds, String text) throws IOException {
    assertEquals(text, of("{\"seconds\": 1}", "{\"seconds\": " + seconds + "}").time());
  }

  @Test
  void figuresAreOfTheLinesThatHaveThem() throws IOException {
    RunHistory history =
        of(
            "{\"step\": 0, \"loss\": \"L1 of RGB\"}",
            "{\"step\": 10, \"loss\": 9, \"patches_per_second\": 1}",
            "{\"step\": 10, \"validation_psnr\": 31}",
            "{\"step\": 20, \"loss\": 7, \"patches_per_second\": 8}",
            "{\"step\": 20, \"validation_psnr\": 30}",
            "{\"step\": 30, \"loss\": 8, \"patches_per_second\": 6}");
    assertEquals(List.of(10.0, 20.0, 30.0), list(history.steps(RunHistory.LOSS)));
    assertEquals(List.of(9.0, 7.0, 8.0), list(history.values(RunHistory.LOSS)));
    assertEquals(OptionalDouble.of(8), history.last(RunHistory.LOSS));
    assertEquals(OptionalDouble.of(31), history.best(RunHistory.PSNR));
    assertEquals(OptionalDouble.of(6), history.median(RunHistory.SPEED));
    assertEquals(OptionalDouble.empty(), history.median(RunHistory.LEARNING_RATE));
    assertEquals(OptionalDouble.empty(), history.last(RunHistory.LEARNING_RATE));
    assertEquals(30, history.lastStep());
    assertEquals(0, of().lastStep());
    assertEquals(Set.of("network"), history.levels("network").keySet());
  }

  private static List<Double> list(double... values) {
    return Arrays.stream(values).boxed().toList();
  }

  @Test
  void theProtocolIsTheLastOne() throws IOException {
    assertEquals("", of("{\"step\": 1}").protocol());
    assertEquals(
        "PSNR: Y.",
        of("{\"validation_protocol\": \"RGB\"}", "{\"validation_protocol\": \"Y\"}", "{}")
            .protocol());
    assertEquals(
        "PSNR: Y; LR images through JPEG of quality 75.",
        of("{\"validation_protocol\": \"Y\", \"validation_degradation\": \"JPEG of quality 75\"}")
            .protocol());
  }
}
