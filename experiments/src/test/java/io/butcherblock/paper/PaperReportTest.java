package io.butcherblock.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.evaluate.Evaluation;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures of ours beside those of the paper: OISR-LF-s x2 has 38.02 / 0.9605 on Set5. */
class PaperReportTest {

  private static Evaluation measured(int scale, String dataSet, double psnr, double ssim) {
    PsnrSsim quality = new PsnrSsim(psnr, ssim);
    return new Evaluation(
        "oisr-lf-s",
        scale,
        dataSet,
        Protocol.benchmark(scale),
        /* selfEnsemble= */ false,
        List.of(new EvaluatedImage("baby", quality, new PsnrSsim(30, 0.9))));
  }

  private static PaperReport report(Evaluation... measured) {
    return new PaperReport(PublishedTables.rows(), Map.of(), List.of(measured), "fp32");
  }

  private static String section(String text, String title) {
    return text.substring(text.indexOf("\n" + title)).strip();
  }

  @Test
  void eachMeasurementStandsBesideItsRow() {
    String text =
        report(
                measured(2, "Set5", 37.52, 0.9575),
                measured(3, "set5", 34.5, 0.93),
                measured(2, "old/Set5", 38.02, 0.96),
                measured(2, "photos", 31, 0.875),
                measured(2, "Set14", Double.POSITIVE_INFINITY, 1))
            .text()
            .replace(System.lineSeparator(), "\n");
    assertEquals(
        """
        Measured
        PSNR in dB; benchmark protocol: Y, as many pixels shaved as the scale is; grey images stacked to RGB in ours; precision fp32.
        method     scale  data set   PSNR     ours  difference    SSIM     ours  difference
        -----------------------------------------------------------------------------------
        OISR-LF-s  x2     Set5      38.02  37.5200       -0.50  0.9605  0.95750     -0.0030
        OISR-LF-s  x2     old/Set5  38.02  38.0200       +0.00  0.9605  0.96000     -0.0005
        OISR-LF-s  x2     photos        -  31.0000           -       -  0.87500           -
        OISR-LF-s  x2     Set14     33.62      inf         inf  0.9178  1.00000     +0.0822
        OISR-LF-s  x3     set5      34.39  34.5000       +0.11  0.9272  0.93000     +0.0028\
        """
            .strip(),
        section(text, "Measured"));
  }

  @Test
  void theJsonHasThemInTheirRowsAlone() throws IOException {
    JsonNode root =
        new JsonMapper()
            .readTree(
                report(measured(2, "Set5", 37.52, 0.9575), measured(2, "photos", 31, 0.875))
                    .json());
    List<JsonNode> rows = new ArrayList<>();
    root.get("rows").forEach(rows::add);
    assertEquals(50, rows.size());
    List<JsonNode> with = rows.stream().filter(row -> row.has("measured")).toList();
    assertEquals(1, with.size());
    assertEquals("OISR-LF-s", with.get(0).get("method").asText());
    assertEquals(2, with.get(0).get("scale").asInt());
    assertEquals(
        new JsonMapper()
            .readTree(
                """
                {"precision": "fp32", "data_set": "Set5", "images": 1,
                 "protocol": "benchmark protocol: Y, 2 px shaved (the scale)",
                 "grey": "grey images stacked to RGB", "psnr": 37.52, "ssim": 0.9575}
                """),
        without(with.get(0).at("/measured/0")));
    assertEquals(-0.5, with.get(0).at("/measured/0/difference/psnr").asDouble(), 1e-9);
    assertEquals(-0.003, with.get(0).at("/measured/0/difference/ssim").asDouble(), 1e-9);
    assertFalse(with.get(0).at("/measured/1").has("difference"));
    assertTrue(root.has("published_protocol"));
    // Of SelNet there are no figures on Urban100.
    for (JsonNode row : rows) {
      assertEquals(
          row.get("method").asText().equals("SelNet"),
          !row.at("/published/results").has("Urban100"),
          row.toString());
    }
  }

  private static JsonNode without(JsonNode measured) {
    JsonNode copy = measured.deepCopy();
    ((ObjectNode) copy).remove("difference");
    return copy;
  }

  @Test
  void withoutMeasurementsNothingIsSaidOfThem() {
    assertFalse(report().text().contains("Measured"));
    assertTrue(report().text().contains("FSRCNN"));
    assertTrue(report().markdown().contains("### Table 3, results"));
  }
}
