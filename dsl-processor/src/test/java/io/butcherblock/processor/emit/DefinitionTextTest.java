package io.butcherblock.processor.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.processor.model.RungeKutta;
import io.butcherblock.processor.parse.TableauParser;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTextTest {

  /** Lengths and checksums of the whole texts are those of Python, len and zlib.crc32. */
  @ParameterizedTest
  @CsvSource({"1 0, 93faf9ed", "0 1, 5c41ae1e"})
  void longTextsDifferByTheirChecksums(String lastWeights, String checksum) {
    String stages =
        IntStream.range(0, 150)
            .mapToObj(i -> "0 |" + " 0".repeat(i) + "\n")
            .collect(Collectors.joining());
    RungeKutta scheme =
        TableauParser.parse("S", 1, stages + "--\n|" + " 0".repeat(148) + " " + lastWeights)
            .value()
            .orElseThrow();
    String text = DefinitionText.of(scheme, /* trainable= */ false);
    assertEquals(
        " ... (34726 characters with the checksum " + checksum + ")", text.substring(2000));
  }
}
