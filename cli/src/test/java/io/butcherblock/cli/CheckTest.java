package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.check.Batches;
import io.butcherblock.check.Check;
import io.butcherblock.check.CheckPart;
import io.butcherblock.check.CheckResult;
import io.butcherblock.check.Settings;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.OpaqueVectorField;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.progress.ProgressDisplay;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.Measured;
import io.butcherblock.throughput.PyTorch;
import io.butcherblock.throughput.RoundSettings;
import io.butcherblock.throughput.SubjectRates;
import io.butcherblock.throughput.Variant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

  private static final Path PARITY = Path.of("..", "..", "shared", "parity");
  private static final String QUICK =
      " --patches 1 --patch 8 --image 16x9 --rounds 1 --seconds 0.01";

  private static final String PARTS = "Invalid value for option '--parts' (PART): ";
  private static final String ALL_PARTS =
      "[parity, gradients, training, training-rate, inference-rate]";

  @TempDir private Path folder;

  @Test
  void aCheckTellsWhatItFoundAndWritesIt() throws IOException {
    Path json = folder.resolve("new/check.json");
    CommandLineRun run =
        check("--device cpu --threads 1 --networks oisr-lf-s" + QUICK + " --json " + json);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("written: " + json), run.out());
    assertTrue(run.out().contains("images a second, in one round"), run.out());
    assertTrue(run.out().contains("not compared; --pytorch python3 compares"), run.out());
    JsonNode found = new ObjectMapper().readTree(json.toFile());
    String last = run.out().lines().reduce((before, line) -> line).orElseThrow();
    assertTrue(last.startsWith("Everything agrees: outputs in 1 comparison, gradients "), last);
    assertEquals(last, found.get("conclusion").asText());
    // A round before the networks, and one behind.
    assertEquals(2, found.at("/throughput/matrix_rate/0/each_round").size());
    assertTrue(found.get("complete").asBoolean());
    assertEquals(0, found.get("failures").size());
    assertTrue(found.get("butcherblock").asText().matches("\\d.*"));
    assertTrue(found.get("pytorch").isNull());
    assertEquals("cpu", found.at("/machine/device").asText());
    assertEquals(1, found.at("/machine/threads").asInt());
    assertEquals("planned on cpu, plain on cpu", found.at("/parity/0/compared").asText());
    assertTrue(found.at("/parity/0/difference").asDouble() > 0, "two ways are never equal");
    JsonNode gradients = found.get("gradients");
    // Head, a block's, the upsampler's and the last one, each in two layouts and in bf16.
    assertEquals(
        3 * 4,
        gradients.findValuesAsText("layout").stream()
            .filter(layout -> !layout.contains("Winograd"))
            .count());
    for (JsonNode trial : gradients) {
      assertEquals(!trial.get("layout").asText().equals("NCHW"), trial.get("used").asBoolean());
      if (trial.get("used").asBoolean()) {
        assertTrue(trial.get("input").asDouble() > 0, "single is never double precision");
        boolean rounded = trial.get("precision").asText().equals("bf16");
        assertTrue(trial.get("weights").asDouble() < (rounded ? 0.02 : 1e-4), trial.toString());
      }
    }
    assertEquals(3, found.at("/training/0/losses").size());
    JsonNode workloads = found.at("/throughput/workloads");
    assertEquals(List.of("train", "infer", "infer"), workloads.findValuesAsText("task"));
    for (JsonNode workload : workloads) {
      assertTrue(workload.at("/subjects/butcherblock/median").asDouble() > 0);
      assertEquals(
          workload.get("flop_per_second").asDouble()
              / found.at("/throughput/matrix_rate/0/flop_per_second").asDouble(),
          workload.get("share_of_matrix_rate").asDouble(),
          1e-9);
    }
  }

  @Test
  void onlyThePartsAreDoneThatAreAskedFor() throws IOException {
    Path json = folder.resolve("check.json");
    CommandLineRun run =
        check(
            "--device cpu --networks oisr-lf-s --parts inference-rate --patch 8 --patches 1,2"
                + " --image 16x9,9x16 --rounds 1 --seconds 0.01 --json "
                + json);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().endsWith("No results were compared.\n"), run.out());
    JsonNode found = new ObjectMapper().readTree(json.toFile());
    for (String part : List.of("parity", "gradients", "training")) {
      assertEquals(0, found.get(part).size(), part);
    }
    JsonNode workloads = found.at("/throughput/workloads");
    assertEquals(List.of("1", "2", "1", "1"), workloads.findValuesAsText("images"));
    assertEquals(List.of("8", "8", "16", "9"), workloads.findValuesAsText("width"));
    assertEquals(List.of(), workloads.findValuesAsText("peak_bytes"), "the CPU has no such figure");
    assertEquals(1, found.at("/throughput/matrix_rate").size());
    assertFalse(run.out().contains("parity: "), "no table without rows: " + run.out());
    CommandLineRun parity =
        check("--device cpu --networks oisr-lf-s --parts parity --json " + json);
    assertEquals(0, parity.code(), parity.err());
    assertTrue(parity.out().contains("parity: "), parity.out());
    assertFalse(parity.out().contains("matrix rate"), parity.out());
    JsonNode other = new ObjectMapper().readTree(json.toFile());
    assertEquals(0, other.at("/throughput/matrix_rate").size());
    assertEquals(1, other.get("parity").size());
  }

  @Test
  void onACpuThePrecisionIsFloat32AndNothingIsMeasuredTwice() throws IOException {
    Path json = folder.resolve("check.json");
    CommandLineRun run =
        check(
            "--device cpu --networks oisr-lf-s,oisr-lf-s --parts inference-rate --precisions bf16"
                + " --patch 8"
                + " --patches 1,1 --image 16x9,16x9 --rounds 1 --seconds 0.01 --json "
                + json);
    assertEquals(0, run.code(), run.err());
    JsonNode workloads = new ObjectMapper().readTree(json.toFile()).at("/throughput/workloads");
    assertEquals(List.of("8", "16"), workloads.findValuesAsText("width"));
    assertEquals(List.of("fp32", "fp32"), workloads.findValuesAsText("precision"));
  }

  @Test
  void whatCannotBeMeasuredIsRefusedBeforeAnythingIs() {
    assertRefused(1, "--patches: 2000000000 x 48 x 48 pixels are too many", "--patches 2000000000");
    assertRefused(1, "--image: 1 x 40000 x 40000 pixels are too many", "--image 40000x40000");
    for (String option : List.of("--parts", "--precisions", "--patches", "--image")) {
      assertRefused(2, option + " takes a list, and ',' names nothing.", option + " ,");
    }
  }

  private static void assertRefused(int code, String sentence, String options) {
    CommandLineRun run = check("--device cpu " + options);
    assertEquals(code, run.code(), run.err());
    assertTrue(run.err().contains("butcherblock: " + sentence), run.err());
    assertEquals("", run.out());
  }

  @Test
  void officialCasesAreComparedToo() throws IOException {
    assumeTrue(Files.isDirectory(PARITY), "no " + PARITY + ": the parity cases are not here");
    Path json = folder.resolve("check.json");
    CommandLineRun run =
        check("--device cpu --networks oisr-lf-s --parity " + PARITY + QUICK + " --json " + json);
    assertEquals(0, run.code(), run.err());
    List<String> compared =
        new ObjectMapper().readTree(json.toFile()).get("parity").findValuesAsText("compared");
    assertEquals(7, compared.stream().filter("losses, official"::equals).count());
  }

  @Test
  void pythonsNetworksComputeWhatOursDo() {
    String python = System.getProperty("butcherblock.python", "/usr/bin/python3");
    assumeTrue(hasPyTorch(python), "no " + python + " with PyTorch: nothing to compare with");
    Map<String, NetworkSpec> networks = Catalogue.onClassPath().networks();
    List<NetworkSpec> small =
        List.of("oisr-lf-s", "oisr-rk2", "oisr-rk3", "edsr").stream()
            .map(name -> networks.get(name).withSize(2, 8))
            .collect(Collectors.toCollection(ArrayList::new));
    small.add(small.get(0).withVectorField(new TensorCode()));
    try (Device cpu = LibTorch.cpu();
        PyTorch pytorch = new PyTorch(python, List.of(Variant.EAGER))) {
      CheckResult result =
          new Check(
                  new Settings(
                      small,
                      2,
                      EnumSet.allOf(CheckPart.class),
                      List.of(Precision.values()),
                      Batches.of(1, 8),
                      List.of(new Input(1, 6, 4)),
                      new RoundSettings(1, 0.01)),
                  cpu,
                  Optional.of(pytorch),
                  List.of(),
                  networks)
              .run(
                  new ProgressDisplay(new PrintWriter(Writer.nullWriter()), 0)
                      .start("check", "parts", 0, 1),
                  soFar -> {});
      assertEquals(List.of(), result.failures());
      assertEquals(
          List.of("oisr-lf-s x2", "oisr-rk2 x2", "oisr-rk3 x2", "edsr x2"),
          result.parity().stream()
              .filter(comparison -> comparison.what().startsWith("Python"))
              .map(comparison -> comparison.subject())
              .toList());
      for (Measured measured : result.throughput()) {
        SubjectRates eager = measured.others().get(0);
        if (measured.workload().network().vectorField() instanceof TensorCode) {
          assertTrue(eager.failure().orElse("").contains("has no source in Python"));
        } else {
          assertTrue(eager.median() > 0, measured.toString());
        }
      }
    }
  }

  /** A program that answers as the script does, and fails at what it is asked for. */
  @DisabledOnOs(OS.WINDOWS)
  @Test
  void whatPythonFailsAtIsNotPassedOver() throws IOException {
    assertEquals(
        "butcherblock: Python's PyTorch cannot compute oisr-lf-s x2 (OSError: no space left); name"
            + " another Python or leave the option out.",
        checkWithPython("{\"error\": \"OSError: no space left\"}").err().lines().toList().get(2));
    String message = checkWithPython("{}").err();
    assertTrue(message.contains("Cannot exchange files with Python in "), message);
    assertTrue(message.endsWith(": no such file.\n"), message);
    NetworkSpec declared = Catalogue.onClassPath().networks().get("oisr-lf-s");
    assertTrue(PyTorch.canRun(declared));
    assertFalse(PyTorch.canRun(declared.withVectorField(new TensorCode())));
  }

  /** A vector field of which only Java knows what it computes: y itself. */
  private static final class TensorCode extends OpaqueVectorField {

    @Override
    public String name() {
      return "tensor-code";
    }

    @Override
    public RightHandSide create(ParameterScope parameters, StageContext stage) {
      return Tensor::clone;
    }

    @Override
    public long parameters(int channels) {
      return 0;
    }

    @Override
    public long macsPerPixel(int channels) {
      return 0;
    }

    @Override
    public OptionalInt radius() {
      return OptionalInt.of(0);
    }
  }

  private CommandLineRun checkWithPython(String answer) throws IOException {
    Path python = folder.resolve("python");
    Files.writeString(
        python,
        "#!/bin/sh\necho '{\"pytorch\": \"2\"}'\nwhile read -r line; do echo '%s'; done\n"
            .formatted(answer));
    Files.setPosixFilePermissions(python, PosixFilePermissions.fromString("rwxr-xr-x"));
    return check("--device cpu --networks oisr-lf-s --parts parity --pytorch " + python);
  }

  @Test
  void whatCanNotBeDoneIsOneSentenceBeforeTheWork() {
    assertFails(
        "butcherblock: There is no network oisr-lfs; did you mean oisr-lf?",
        "--device cpu --networks oisr-lfs --pytorch no-such-python");
    assertFails("butcherblock: Cannot write " + folder + ": it is a folder", "--json " + folder);
    assertFails("butcherblock: " + folder + " holds no parity case", "--parity " + folder);
    assertFails("butcherblock: Cannot read nowhere: no such file.", "--parity nowhere");
    assertFails(
        "butcherblock: --patches largest is what a GPU's memory suffices for; on the CPU give a"
            + " number.",
        "--device cpu --patches 16,largest --pytorch no-such-python");
    assertFails(
        "butcherblock: The convolution 3 -> 64, 3x3, 1 of 13000x13000 is too large for its"
            + " gradients to be checked; give a smaller patch.",
        "--device cpu --patches 1 --patch 13000");
    assertFails("butcherblock: Cannot run no-such-python", "--device cpu --pytorch no-such-python");
  }

  @Test
  void aParityCaseOfNoNetworkIsToldBeforeTheWork() throws IOException {
    Files.createFile(folder.resolve("none-b1-f4-x2.input.npy"));
    assertFails(
        "butcherblock: The parity case none-b1-f4-x2 in "
            + folder
            + " is of the network oisr-none, which is not here.",
        "--device cpu --pytorch no-such-python --parity " + folder);
  }

  @Test
  void wrongOptionsAreWrongUsage() {
    assertEquals(2, check("--image 640").code());
    assertEquals(2, check("--rounds 0").code());
    assertEquals(2, check("--seconds -1").code());
    assertEquals(2, check("--patches 16,many").code());
    assertEquals(2, check("--precisions fp16").code());
    assertEquals(2, check("--parts speed").code());
    CommandLineRun run = check("--variants eager,fast");
    assertEquals(2, run.code());
    assertTrue(run.err().contains("'fast' is none of [eager, eager-channels-last"), run.err());
  }

  @Test
  void aNameThatIsNearlyAPartIsSuggested() {
    assertRefused(2, PARTS + "'speed' is none of " + ALL_PARTS + ". See", "--parts speed");
    assertRefused(
        2,
        PARTS + "'gradient' is none of " + ALL_PARTS + "; did you mean gradients? See",
        "--parts gradient");
    assertRefused(
        2,
        PARTS + "'throughput' is in two parts, training-rate and inference-rate. See",
        "--parts parity,throughput");
  }

  private static void assertFails(String sentence, String options) {
    CommandLineRun run = check(options);
    assertEquals(1, run.code());
    assertTrue(run.err().startsWith(sentence), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(run.out().contains("parity"), run.out());
  }

  private static CommandLineRun check(String options) {
    return CommandLineRun.of(("check " + options).split(" "));
  }

  private static boolean hasPyTorch(String python) {
    try {
      return new ProcessBuilder(python, "-c", "import torch").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
