package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
