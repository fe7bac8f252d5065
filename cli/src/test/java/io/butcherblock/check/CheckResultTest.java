package io.butcherblock.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.check.Comparison.Unit;
import io.butcherblock.check.GradientTrial.Layout;
import io.butcherblock.device.Precision;
import io.butcherblock.measure.Host;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.MatrixRate;
import io.butcherblock.throughput.Measured;
import io.butcherblock.throughput.RoundSettings;
import io.butcherblock.throughput.SubjectRates;
import io.butcherblock.throughput.Task;
import io.butcherblock.throughput.Workload;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class CheckResultTest {

  private static final TrainingTrial FALLING =
      new TrainingTrial("euler", 2, Precision.FP32, List.of(3.0, 2.0), List.of(3.0, 2.0));

  @Test
  void whatIsNoNumberIsNotRight() {
    assertFalse(comparison(Double.NaN).passed());
    assertFalse(comparison(0.2).passed());
    assertTrue(comparison(0.1).passed());
    assertTrue(Double.isNaN(Differences.ofSamples(new float[] {1, 2}, new float[] {1, Float.NaN})));
    assertTrue(Double.isNaN(Differences.ofSamples(new float[] {1, 2}, new float[] {1})));
  }

  @Test
  void differencesAreThoseOfTheImageScaledIntoItsRange() {
    assertEquals(2, Differences.ofSamples(new float[] {5, 200}, new float[] {6, 198}));
    assertEquals(2, Differences.ofSamples(new float[] {0, 2550}, new float[] {20, 2550}), 1e-9);
    assertEquals(0.5, Differences.relative(List.of(2.0, 4.0), List.of(2.0, 2.0)));
  }

  @Test
  void lossesFallAndAreTheCpus() {
    assertTrue(FALLING.passed());
    assertFalse(trial(List.of(3.0, 3.0), List.of()).passed());
    assertFalse(trial(List.of(3.0, Double.NaN), List.of()).passed());
    assertFalse(trial(List.of(3.0, 2.0), List.of(3.0, 2.1)).passed());
    assertTrue(trial(List.of(3.0, 2.0), List.of()).passed());
  }

  @Test
  void everythingThatIsWrongIsASentenceAndInTheJson() throws IOException {
    CheckResult wrong =
        result(
            comparison(Double.NaN),
            trial(List.of(3.0, 4.0), List.of()),
            new SubjectRates(
                "butcherblock", List.of(), OptionalLong.empty(), Optional.of("no kernel image")));
    assertEquals(
        List.of(
            "euler x2 (planned on cpu, plain on cpu, fp32) differs by NaN, more than 0.10",
            "euler x2 trains wrongly in fp32: losses [3.0, 4.0], on the CPU not run",
            "euler-for-tests x2, train 4 of 8x8, fp32: no kernel image"),
        wrong.failures());
    JsonNode json = new ObjectMapper().readTree(CheckJson.of(wrong, "1.2"));
    assertEquals(3, json.get("failures").size());
    assertEquals("3 of 3 results are wrong.", json.get("conclusion").asText());
    assertEquals(
        "3 of 3 results are wrong.\n  " + String.join("\n  ", wrong.failures()) + "\n",
        CheckText.conclusion(wrong));
    assertTrue(json.at("/parity/0/difference").isNull());
    assertFalse(json.at("/parity/0/passed").asBoolean());
    assertEquals(
        "no kernel image",
        json.at("/throughput/workloads/0/subjects/butcherblock/failure").asText());
    assertTrue(text(wrong).contains("WRONG"));
  }

  /** Figures as they were on a processor where LibTorch's gradients in NCHW are wrong. */
  @Test
  void wrongGradientsAreAFailureInTheLayoutOfTrainingAndARemarkInTheOther() throws IOException {
    CheckResult other = gradients(Layout.NCHW, 0.7);
    assertEquals(List.of(), other.failures());
    assertTrue(
        other
            .remark()
            .orElse("")
            .startsWith(
                "LibTorch's gradients of convolutions in NCHW are wrong on this machine: those of"
                    + " 64 -> 3,"),
        other.toString());
    assertTrue(text(other).contains("WRONG, not used"));
    assertTrue(text(other).contains(other.remark().get()));
    for (double difference : new double[] {0.7, Double.NaN}) {
      CheckResult used = gradients(Layout.CHANNELS_LAST, difference);
      assertEquals(1, used.failures().size());
      assertTrue(
          used.failures()
              .get(0)
              .startsWith(
                  "LibTorch's gradients are wrong on this machine: those of the convolution 64 ->"
                      + " 3, 3x3, 4 of 96x96, channels_last, fp32, differ from float64 by "),
          used.failures().get(0));
      JsonNode json = new ObjectMapper().readTree(CheckJson.of(used, "1.2"));
      assertFalse(json.at("/gradients/0/passed").asBoolean());
      assertTrue(json.at("/gradients/0/used").asBoolean());
    }
    assertTrue(
        gradients(Layout.WINOGRAD, 0.7)
            .failures()
            .get(0)
            .startsWith(
                "oneDNN's gradients are wrong on this machine: those of the convolution 64 -> 3,"
                    + " 3x3, 4 of 96x96, nChw16c, Winograd, fp32, differ from float64 by "));
    assertEquals(Optional.empty(), gradients(Layout.NCHW, 1e-6).remark());
  }

  private static CheckResult gradients(Layout layout, double ofInput) {
    return result(
        List.of(
            new GradientTrial(
                "64 -> 3, 3x3, 4 of 96x96", layout, Precision.FP32, 1, ofInput, 1e-6, 1e-6)),
        comparison(0),
        FALLING,
        new MatrixRate(List.of(1e6)),
        new SubjectRates(
            "butcherblock", List.of(30.0), OptionalLong.of(3L << 30), Optional.empty()));
  }

  @Test
  void ratiosAreOursOverTheirs() throws IOException {
    CheckResult right =
        result(
            comparison(0),
            FALLING,
            new SubjectRates(
                "butcherblock",
                List.of(30.0, 40.0, 20.0),
                OptionalLong.of(3L << 30),
                Optional.empty()),
            new SubjectRates("eager", List.of(20.0), OptionalLong.of(3L << 30), Optional.empty()));
    assertEquals(List.of(), right.failures());
    assertEquals(
        "Everything agrees: outputs in 1 comparison, gradients in 0, losses in 1.",
        right.conclusion());
    JsonNode eager =
        new ObjectMapper()
            .readTree(CheckJson.of(right, "1.2"))
            .at("/throughput/workloads/0/subjects/eager");
    assertEquals(1.5, eager.get("ours_over_this").asDouble());
    assertEquals(3L << 30, eager.get("peak_bytes").asLong());
    assertTrue(text(right).contains("3.0 GiB"));
    assertTrue(text(right).contains("1.50 x"));
    assertTrue(text(right).contains("median of 3 interleaved rounds"));
  }

  @Test
  void onACpuAloneNoColumnIsEmpty() {
    String text = text(measured(List.of(1e6), 1));
    assertTrue(text.contains("workload"), text);
    for (String column : List.of("peak", "ours is", " - ", "on the CPU")) {
      assertFalse(text.contains(column), text);
    }
  }

  /** Winograd's algorithm F(4x4, 3x3) does a quarter of the multiplications that are counted. */
  @Test
  void sharesAboveAllAreExplainedUpToFourAndASignOfOtherWorkBeyond() throws IOException {
    assertEquals(List.of(), measured(List.of(1e6), 0.9).remarksOnThroughput());
    assertEquals(List.of(), measured(List.of(1e6, 0.7e6), 0.9).remarksOnThroughput());
    assertStarts("More than 100 % of the matrix rate is possible", List.of(1e6), 3.9);
    assertStarts(
        "euler-for-tests x2, train 4 of 8x8, fp32: 565 % of the matrix rate is more than",
        List.of(1e6), 5.65);
    assertStarts(
        "The matrix rate in fp32 varied from 0.100 to 0.200 TFLOP/s", List.of(2e11, 1e11), 0.9);
    // The slow round says nothing of the machine: the share is that of the fast one.
    assertEquals(0.9, share(measured(List.of(1e5, 1e6), 0.9)), 1e-9);
  }

  private static void assertStarts(String sentence, List<Double> rates, double share)
      throws IOException {
    CheckResult result = measured(rates, share);
    assertEquals(1, result.remarksOnThroughput().size(), result.toString());
    String remark = result.remarksOnThroughput().get(0);
    assertTrue(remark.startsWith(sentence), remark);
    assertTrue(text(result).contains(remark));
    assertEquals(
        remark,
        new ObjectMapper()
            .readTree(CheckJson.of(result, "1.2"))
            .at("/throughput/remarks/0")
            .asText());
  }

  private static String text(CheckResult result) {
    return CheckText.of(result, "not compared");
  }

  private static double share(CheckResult result) {
    return result.shareOfMatrixRate(result.throughput().get(0));
  }

  /** A workload done at a share of the best of these rates. */
  private static CheckResult measured(List<Double> rates, double share) {
    double images = Collections.max(rates) * share / workload().flopPerImage();
    return result(
        List.of(),
        comparison(0),
        trial(List.of(3.0, 2.0), List.of()),
        new MatrixRate(rates),
        new SubjectRates("butcherblock", List.of(images), OptionalLong.empty(), Optional.empty()));
  }

  @Test
  void nvidiasToolIsReadByItsColumns() {
    assertEquals(
        List.of(new GpuFacts("NVIDIA H100 80GB HBM3", "580.95.05", "81559 MiB", "9.0")),
        GpuFacts.parse("NVIDIA H100 80GB HBM3, 580.95.05, 81559 MiB, 9.0\nNo devices\n"));
  }

  private static Workload workload() {
    return new Workload(
        EulerForTests.network(1, 4), 2, Task.TRAIN, Precision.FP32, new Input(4, 8, 8));
  }

  private static Comparison comparison(double difference) {
    return new Comparison(
        "euler x2", "planned on cpu, plain on cpu", Precision.FP32, Unit.SAMPLES, difference, 0.1);
  }

  private static TrainingTrial trial(List<Double> losses, List<Double> onCpu) {
    return new TrainingTrial("euler", 2, Precision.FP32, losses, onCpu);
  }

  private static CheckResult result(
      Comparison comparison, TrainingTrial trial, SubjectRates... subjects) {
    return result(List.of(), comparison, trial, new MatrixRate(List.of(1e6)), subjects);
  }

  private static CheckResult result(
      List<GradientTrial> gradients,
      Comparison comparison,
      TrainingTrial trial,
      MatrixRate matrixRate,
      SubjectRates... subjects) {
    Workload workload = workload();
    Machine machine =
        new Machine(
            "cpu",
            "the CPU",
            new Host("Linux", "amd64", "a processor", 2, "Java"),
            2,
            "2.10",
            false,
            Optional.of("there is none"),
            List.of());
    return new CheckResult(
        new Settings(
            List.of(workload.network()),
            2,
            EnumSet.allOf(CheckPart.class),
            List.of(Precision.FP32),
            Batches.of(4, 8),
            List.of(new Input(1, 16, 9)),
            new RoundSettings(3, 0.5)),
        machine,
        Optional.empty(),
        List.of(comparison),
        gradients,
        List.of(trial),
        Map.of(Precision.FP32, matrixRate),
        List.of(new Measured(workload, List.of(subjects))),
        true);
  }
}
