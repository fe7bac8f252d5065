package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.checkpoint.Weights;
import io.butcherblock.checkpoint.WeightsInfo;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that the command exports, read by the runtimes that they are for. */
class ExportCommandTest {

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  @TempDir private Path folder;

  /** From the command line, with weights that say of which network they are. */
  @Test
  void filesSayWhatTheyHold() throws OrtException, IOException {
    Path weights = folder.resolve("weights.safetensors");
    NetworkSpec spec = CATALOGUE.networks().get("oisr-rk3").withSize(1, 4);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 3, 5, cpu)) {
      Weights.save(
          weights,
          network.parameters(),
          WeightsInfo.of(spec, 3).withDegradation(Degradation.PHOTO).toMap());
    }
    Map<String, String> fromOnnx;
    try (OrtSession session = session(exported(weights, "onnx"))) {
      assertEquals(Set.of("image"), session.getInputNames());
      assertEquals(Set.of("enlarged"), session.getOutputNames());
      assertEquals("butcherblock", session.getMetadata().getProducerName());
      fromOnnx = session.getMetadata().getCustomMetadata();
    }
    assertEquals("oisr-rk3", fromOnnx.get("network"));
    assertEquals("kutta3", fromOnnx.get("scheme"));
    assertEquals("3", fromOnnx.get("scheme_order"));
    assertEquals("3", fromOnnx.get("scale"));
    assertEquals("photo", fromOnnx.get("degradation"));
    assertEquals(spec.source(), fromOnnx.get("source"));
    assertEquals("float32 [N, 3, H, W], RGB, 0 to 255", fromOnnx.get("input"));
    try (PointerScope scope = new PointerScope()) {
      JitModule module = torch.load(exported(weights, "torchscript").toString());
      String json = module.attr("metadata").toStringRef().getString();
      assertEquals(fromOnnx, new ObjectMapper().readValue(json, Map.class));
    }
    assertEquals(
        Optional.of("photo"), WeightsInfo.read(exported(weights, "safetensors")).degradation());
  }

  /** Equal to the weights themselves, which are a resource and no file of the user's. */
  @Test
  void trainedWeightsThatComeAlongAreExportedByName() throws OrtException {
    Path onnx = folder.resolve("clean-x2.onnx");
    Path copy = folder.resolve("clean-x2.safetensors");
    CommandLineRun run =
        CommandLineRun.of("export", "clean-x2", "--format", "onnx", "--out", "" + onnx);
    assertEquals("clean-x2 -> " + onnx, run.out().trim(), run.err());
    try (OrtSession session = session(onnx)) {
      Map<String, String> metadata = session.getMetadata().getCustomMetadata();
      assertEquals(ModelNames.network("clean-x2"), Optional.of(metadata.get("network")));
      assertEquals("2", metadata.get("scale"));
    }
    assertEquals(
        0,
        CommandLineRun.of("export", "clean-x2", "--format", "safetensors", "-o", "" + copy).code());
    assertEquals(
        WeightsInfo.read(ModelNames.find("clean-x2").orElseThrow()), WeightsInfo.read(copy));
  }

  @Test
  void aNameOfTrainedWeightsIsNoFile() {
    for (String[] line :
        new String[][] {
          {"export", "--weights", "clean-x2", "--format", "onnx", "-o", "" + folder.resolve("x")},
          {"eval", "--weights", "clean-x2", "--data", "" + folder}
        }) {
      assertEquals(
          "butcherblock: There is no file clean-x2; that is the name of trained weights: write"
              + " clean-x2 without --weights.",
          CommandLineRun.of(line).err().trim());
    }
  }

  @Test
  void withoutWeightsANameIsNeeded() {
    String out = folder.resolve("x").toString();
    CommandLineRun none = CommandLineRun.of("export", "--format", "onnx", "-o", out);
    assertEquals(2, none.code());
    assertTrue(none.err().contains("Which network is missing: give --weights FILE"), none.err());
    CommandLineRun other = CommandLineRun.of("export", "oisr-lf-s", "--format", "onnx", "-o", out);
    assertEquals(1, other.code());
    assertTrue(
        other.err().contains("There are no trained weights oisr-lf-s; give --weights FILE, or"),
        other.err());
  }

  private Path exported(Path weights, String format) {
    Path file = folder.resolve("exported." + format);
    CommandLineRun run =
        CommandLineRun.of("export", "--weights", "" + weights, "--format", format, "-o", "" + file);
    assertEquals(0, run.code(), run.err());
    assertEquals(weights + " -> " + file, run.out().trim());
    return file;
  }

  private static OrtSession session(Path file) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      return OrtEnvironment.getEnvironment().createSession(file.toString(), options);
    }
  }
}
