package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.device.Precision;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.train.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AblationReportTest {

  @Test
  void networksBelowBicubicAreNotTrainedEnoughToBeCompared() {
    String conclusion = result(35).conclusion();
    assertTrue(
        conclusion.endsWith(
            " Bicubic is better than all of them (35.000 dB): 7 steps are too few for the order to"
                + " mean anything."),
        conclusion);
    assertEquals(new Conclusion(result(30).ranking()).text(), result(30).conclusion());
  }

  /** Leads of 2, 2 and 5 dB: t = 3 / (sqrt 3 / sqrt 3) = 3, p = 1 - 3 / sqrt 11. */
  @Test
  void jsonHoldsEachRunAndEachComparison() throws IOException {
    JsonNode report = new JsonMapper().readTree(new ReportJson(result(30)).text());
    assertEquals("b", report.at("/candidates/0/vector_field").asText());
    assertEquals(33, report.at("/candidates/0/psnr/mean").asDouble(), 1e-9);
    assertEquals(35, report.at("/candidates/0/runs/2/tests/Set5/psnr").asDouble());
    assertEquals(3, report.at("/candidates/0/runs/2/seed").asInt());
    // 60, 61 and 62 seconds.
    assertEquals(61, report.at("/candidates/0/training_seconds/mean").asDouble(), 1e-9);
    assertEquals(1, report.at("/candidates/0/training_seconds/standard_deviation").asDouble());
    assertEquals(30, report.at("/test_sets/0/bicubic_psnr").asDouble());
    JsonNode comparison = report.at("/comparisons/0");
    assertEquals(report.at("/candidates/0/title"), comparison.get("best"));
    assertEquals(report.at("/candidates/1/title"), comparison.get("other"));
    assertEquals(3, comparison.at("/lead/mean").asDouble(), 1e-9);
    assertEquals(3, comparison.at("/t").asDouble(), 1e-9);
    assertEquals(1 - 3 / Math.sqrt(11), comparison.at("/p_holm").asDouble(), 1e-9);
    assertEquals("false", comparison.at("/distinguishable").asText());
  }

  @Test
  void thePageNamesEachKeyOfTheJson() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ablation.md"));
    List<String> keys = new ArrayList<>();
    addKeys(new JsonMapper().readTree(new ReportJson(result(30)).text()), keys);
    assertTrue(keys.contains("p_holm"));
    keys.forEach(key -> assertTrue(page.contains("`" + key + "`"), key));
  }

  /** A key that is on the page alone would be looked for in vain. */
  @Test
  void theJsonHasEachKeyOfThePage() throws IOException {
    JsonNode report = new JsonMapper().readTree(new ReportJson(result(30)).text());
    assertEquals(
        Set.of(
            "scale",
            "protocol",
            "steps",
            "patch",
            "batch",
            "learning_rate",
            "precision",
            "trained_on",
            "training_images",
            "validation_images",
            "test_sets",
            "candidates",
            "diverged",
            "comparisons",
            "conclusion"),
        names(report));
    assertEquals(24, report.get("patch").asInt());
    assertEquals(8, report.get("batch").asInt());
    assertEquals(1e-3, report.get("learning_rate").asDouble());
    JsonNode best = report.at("/candidates/0");
    assertEquals(
        Set.of(
            "title",
            "scheme",
            "vector_field",
            "coefficients",
            "blocks",
            "channels",
            "parameters",
            "macs",
            "cost",
            "psnr",
            "loss",
            "training_seconds",
            "tests",
            "runs"),
        names(best));
    assertEquals("trainable", best.get("coefficients").asText());
    assertEquals(
        Set.of("seed", "psnr", "loss", "training_seconds", "tests"), names(best.at("/runs/0")));
    assertEquals(
        Set.of("best", "other", "lead", "t", "p", "p_holm", "distinguishable"),
        names(report.at("/comparisons/0")));
    assertEquals(
        Set.of("name", "images", "bicubic_psnr", "bicubic_ssim"), names(report.at("/test_sets/0")));
  }

  private static Set<String> names(JsonNode node) {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static void addKeys(JsonNode node, List<String> keys) {
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      // Test sets are named by the user.
      if (!each.getKey().equals("Set5")) {
        keys.add(each.getKey());
      }
    }
    node.forEach(each -> addKeys(each, keys));
  }

  /** Folders may be named by what Markdown takes for emphasis, cells of tables and tags. */
  @Test
  void namesOfFoldersAreNoMarkup() {
    AblationResult result =
        result(30, new Settings(3, 1, 2, 24, 8, 1e-3, Precision.FP32), 7, "_a_*b|c\n\n<d>");
    String page = new ReportPage(result).markdown();
    String name = "\\_a\\_\\*b\\|c\\\\n\\\\n\\<d\\>";
    assertTrue(page.contains(" Tested on " + name + " (0 images)."), page);
    assertTrue(page.contains("| " + name + " PSNR |"), page);
    assertTrue(page.contains(" Trained on 0 of " + name + ";"), page);
  }

  @Test
  void latexHasBothTablesAndNothingElseButComments() {
    String latex = new ReportPage(result(30)).latex();
    assertTrue(
        latex.contains(
            "1 & euler-for-tests & b & 3 $\\times$ 16 & 1,234 & 5.0 & 1.25x & 33.000 (1.732)"),
        latex);
    assertTrue(latex.contains("euler-for-tests b & euler-for-tests a & 3.000"), latex);
    assertEquals(
        2, latex.lines().filter(line -> line.startsWith("\\begin{tabular}")).count(), latex);
    latex.lines().forEach(line -> assertTrue(line.matches("% .*|\\\\.*|.* \\\\\\\\|"), line));
  }

  @Test
  void oneOfAKindIsNamedInTheSingular() {
    AblationResult result = result(35, new Settings(1, 1, 2, 24, 1, 1e-3, Precision.FP32), 1);
    assertTrue(
        result.setup().contains(" for 1 step of 1 patch of 24 x 24 LR pixels"), result.setup());
    assertTrue(result.setup().contains(" each of 1 seed: "), result.setup());
    assertTrue(result.setup().endsWith("Tested on Set5 (0 images)."), result.setup());
    assertTrue(result.conclusion().contains(" 1 step is too few "), result.conclusion());
  }

  private static AblationResult result(double bicubic) {
    return result(bicubic, new Settings(3, 1, 2, 24, 8, 1e-3, Precision.FP32), 7);
  }

  private static AblationResult result(double bicubic, Settings settings, long steps) {
    return result(bicubic, settings, steps, "Set5");
  }

  /** The name is that of the folders of images. */
  private static AblationResult result(double bicubic, Settings settings, long steps, String name) {
    return new AblationResult(
        ScoresForTests.ranking(
            ScoresForTests.of("a", 30, 30, 30), ScoresForTests.of("b", 32, 32, 35)),
        new Images(
            name,
            List.of(),
            new Validation(List.of(), List.of(), 2),
            List.of(new TestSet(name, List.of(), new PsnrSsim(bicubic, 0.9)))),
        settings,
        steps,
        Path.of("ablation"));
  }
}
