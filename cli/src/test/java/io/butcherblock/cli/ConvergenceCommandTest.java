package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.device.LibTorch;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvergenceCommandTest {

  @TempDir private Path folder;

  @BeforeEach
  void writeImages() {
    SyntheticFolder.write(folder.resolve("images"), 2, 48, 40);
  }

  @Test
  void aRowForEachStepSize() throws IOException {
    Path json = folder.resolve("convergence.json");
    CommandLineRun run = run("--halvings", "2", "--json", json.toString());
    assertEquals(0, run.code(), run.err());
    assertTrue(
        run.out()
            .startsWith("oisr-lf-s x2 (leapfrog, sharing = PER_STAGE, coefficients = TRAINABLE)"),
        run.out());
    assertTrue(
        run.out().contains("With 16 blocks of step size 1/4, outputs differ by "), run.out());
    JsonNode root = new JsonMapper().readTree(Files.readString(json));
    assertEquals("leapfrog", root.at("/scheme").textValue());
    assertEquals(1, root.at("/expected_order").intValue());
    assertEquals("zero_history", root.at("/expected_for").textValue());
    assertEquals(3, root.at("/rows").size());
    assertTrue(root.at("/rows/0/change").isNull());
    assertTrue(root.at("/rows/1/observed_order").isNull());
    assertTrue(root.at("/rows/1/change").doubleValue() > 0);
    assertEquals(16, root.at("/rows/2/blocks").intValue());
    assertEquals(0.25, root.at("/rows/2/step_size").doubleValue());
    // An earlier result is replaced.
    assertEquals(0, run("--halvings", "1", "--json", json.toString()).code());
  }

  @Test
  void howOftenIsAWholeNumberFromOneToEight() {
    CommandLineRun run = run("--halvings", "9");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'9' is not a whole number from 1 to 8"), run.err());
  }

  @Test
  void aNetworkThatCannotBeHalvedIsRefusedBeforeProgressIsShown() {
    Path weights = folder.resolve("carried.safetensors");
    NetworkSpec spec = Catalogue.onClassPath().network("oisr-ab2-s").withSize(2, 4);
    try (Device cpu = LibTorch.cpu();
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 1, cpu)) {
      Weights.save(weights, network);
    }
    CommandLineRun run =
        CommandLineRun.of(
            "convergence",
            "--weights",
            weights.toString(),
            "--data",
            folder.resolve("images").toString());
    assertEquals(1, run.code());
    assertTrue(
        run.err().startsWith("butcherblock: carried-adams-bashforth2 carries its history"),
        run.err());
  }

  @Test
  void weightsAreNotReplacedByFigures() throws IOException {
    Path other = folder.resolve("other.json");
    Files.writeString(other, "{}");
    CommandLineRun run = run("--json", other.toString());
    assertEquals(1, run.code());
    assertEquals("{}", Files.readString(other));
    assertFalse(run.err().contains("Exception"), run.err());
  }

  private CommandLineRun run(String... more) {
    String[] args = new String[4 + more.length];
    args[0] = "convergence";
    args[1] = "clean-x2";
    args[2] = "--data";
    args[3] = folder.resolve("images").toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return CommandLineRun.of(args);
  }
}
