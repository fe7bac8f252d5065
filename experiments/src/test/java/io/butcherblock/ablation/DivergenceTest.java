package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.Layer;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.EulerForTests;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OpaqueVectorField;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.train.Budget;
import io.butcherblock.train.TrainingListener;
import io.butcherblock.train.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DivergenceTest {

  private static final int SCALE = 2;

  private final Device cpu = new Device("cpu");
  private final List<ImagePair> pairs =
      List.of(ImagePair.of("a", SyntheticImages.generate(1, 48, 48), SCALE));
  private final NetworkSpec sound = ScoresForTests.network("sound", Layer.CONV_3X3);
  private final NetworkSpec unsound = EulerForTests.network(1, 4).withVectorField(new NoNumber());

  @TempDir private Path out;

  @AfterEach
  void close() {
    cpu.close();
  }

  @Test
  void theOthersGoOnAndTheReportSaysSo() throws IOException {
    Log first = new Log();
    AblationResult result = run(first, unsound, sound);
    assertEquals(
        List.of("no-number 1", "diverged at 1", "sound 1", "sound 2"),
        first.lines,
        "the second seed of what diverged tells nothing");
    assertTrue(
        result
            .conclusion()
            .endsWith(
                " Not ranked, since the loss was no longer a number: euler-for-tests no-number"
                    + " (seed 1, step 1). A lower learning rate (now 0.001), in another folder,"
                    + " lets all be compared."),
        result.conclusion());
    new AblationReport(result).write();
    JsonNode report = new JsonMapper().readTree(out.resolve("report.json").toFile());
    assertEquals(1, report.get("candidates").size());
    assertEquals("no-number", report.at("/diverged/0/vector_field").asText());
    assertEquals(1, report.at("/diverged/0/step").asInt());
    assertTrue(Files.readString(out.resolve("report.md")).contains("| diverged |"));

    Log again = new Log();
    assertEquals(result.conclusion(), run(again, unsound, sound).conclusion());
    assertEquals(List.of(), again.lines, "nothing is trained again");
  }

  @Test
  void whereAllDivergeThereIsNoTable() {
    ButcherblockException error =
        assertThrows(ButcherblockException.class, () -> run(new Log(), unsound));
    assertEquals(
        "No network was trained to its end, since the loss of each was no longer a number: give"
            + " a lower learning rate (now 0.001), and another output folder.",
        error.getMessage());
  }

  private AblationResult run(Log log, NetworkSpec... networks) {
    Images images =
        new Images(
            "one image",
            pairs,
            Validation.of(pairs, SCALE),
            List.of(TestSet.of("one", pairs, SCALE)));
    List<Candidate> candidates = EqualCompute.of(List.of(networks), 1, 4, SCALE);
    Settings settings = new Settings(2, 1, SCALE, 8, 2, 1e-3, Precision.FP32);
    try (Ablation ablation = new Ablation(out, candidates, images, settings, cpu)) {
      return ablation.run(new Budget.Steps(2), log, () -> false).orElseThrow();
    }
  }

  /** Notes what is trained. */
  private static final class Log implements Ablation.Listener {

    private final List<String> lines = new ArrayList<>();

    @Override
    public void part(String what) {
      lines.add(what);
    }

    @Override
    public TrainingListener run(PlannedRun run) {
      lines.add(run.candidate().spec().vectorField().name() + " " + run.seed());
      return TrainingListener.none();
    }

    @Override
    public void diverged(Diverged diverged) {
      lines.add("diverged at " + diverged.step());
    }
  }

  /** A vector field that is no number anywhere. */
  private static final class NoNumber extends OpaqueVectorField {

    @Override
    public String name() {
      return "no-number";
    }

    @Override
    public RightHandSide create(ParameterScope parameters, StageContext stage) {
      return y -> y.mul(new Scalar(Double.NaN));
    }

    @Override
    public long parameters(int channels) {
      return 0;
    }

    @Override
    public long macsPerPixel(int channels) {
      return 1;
    }

    @Override
    public OptionalInt radius() {
      return OptionalInt.of(0);
    }
  }
}
