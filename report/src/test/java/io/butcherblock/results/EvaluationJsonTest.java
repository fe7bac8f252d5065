package io.butcherblock.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EvaluationJsonTest {

  @Test
  void allFiguresAreThere() throws IOException {
    JsonNode both =
        new JsonMapper()
            .readTree(
                EvaluationJson.of(
                    List.of(
                        EvaluationsForTests.of("Set5", 1, 2), EvaluationsForTests.exact("flat")),
                    new EvaluationJson.Network(
                        Optional.of(Path.of("w.safetensors")),
                        OptionalLong.of(1234),
                        OptionalLong.of(56789))));
    assertEquals(
        new JsonMapper()
            .readTree(
                """
                {"network": "euler-for-tests", "weights_file": "w.safetensors",
                 "parameters": 1234, "macs": 56789, "scale": 2, "data_set": "Set5",
                 "protocol": "benchmark protocol: Y, 2 px shaved (the scale)",
                 "grey": "grey images stacked to RGB", "self_ensemble": true,
                 "images": [
                   {"name": "image1", "psnr": 31.0, "ssim": 0.95,
                    "bicubic_psnr": 30.0, "bicubic_ssim": 0.875},
                   {"name": "image2", "psnr": 32.0, "ssim": 0.95,
                    "bicubic_psnr": 30.0, "bicubic_ssim": 0.875}],
                 "mean": {"psnr": 31.5, "ssim": 0.95, "bicubic_psnr": 30.0, "bicubic_ssim": 0.875}}
                """),
        both.get(0));
    assertEquals("\"Infinity\"", both.at("/1/mean/psnr").toString());
    assertEquals("false", both.at("/1/self_ensemble").asText());
  }

  @Test
  void whatIsNotKnownIsLeftOut() throws IOException {
    JsonNode one =
        new JsonMapper()
            .readTree(EvaluationJson.of(List.of(EvaluationsForTests.of("Set5", 1))))
            .get(0);
    for (String key : List.of("weights", "weights_file", "parameters", "macs", "trained_for")) {
      assertEquals(false, one.has(key), key);
    }
  }
}
