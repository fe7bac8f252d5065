package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.degrade.Degradation;
import io.butcherblock.export.PythonModule;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.options.ModelNames;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Of a network that is not trained, of trained weights, and of a file of them: the same. */
  @Test
  void aNetworkIsWrittenAsPythonWithAndWithoutWeights() throws IOException {
    Path weights = folder.resolve("weights.safetensors");
    Path source = folder.resolve("network.py");
    NetworkSpec spec = CATALOGUE.networks().get("oisr-lf-s").withSize(4, 32);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, 2, 5, cpu)) {
      Weights.save(weights, network.parameters(), WeightsInfo.of(spec, 2).toMap());
    }
    String options = " --format python --overwrite --out " + source;
    String untrained = "export oisr-lf-s --blocks 4 --channels 32 --scale 2";
    for (String line :
        List.of(untrained, "export clean-x2", "export oisr-lf-s --weights " + weights)) {
      Files.writeString(source, "changed");
      CommandLineRun run = CommandLineRun.of((line + options).split(" "));
      assertEquals(0, run.code(), run.err());
      assertEquals(PythonModule.source(spec, 2), Files.readString(source), line);
    }
    CommandLineRun again =
        CommandLineRun.of((untrained + options.replace(" --overwrite", "")).split(" "));
    assertEquals(1, again.code());
    assertTrue(again.err().contains("--overwrite"), again.err());
    CommandLineRun noScale =
        CommandLineRun.of(("export oisr-lf --format python --out " + source + "2").split(" "));
    assertEquals(1, noScale.code());
    assertTrue(noScale.err().contains("give --scale 2, 3 or 4"), noScale.err());
  }

  /** Nothing is written, and nothing read: the weights are none. */
  @ParameterizedTest
  @CsvSource({
    "export clean-x2 --format onnx --out, q.pt, .pt, .onnx",
    "export clean-x2 --format onnx --out, Q.PTH, .pth, .onnx",
    "export clean-x2 --format torchscript --out, q.onnx, .onnx, .pt",
    "export clean-x2 --format safetensors --out, q.pt, .pt, .safetensors",
    "export clean-x2 --format torch --out, q.safetensors, .safetensors, .pt",
    "export clean-x2 --format torch --out, q.png, .png, .pt",
    "export clean-x2 --format python --out, q.pt, .pt, .py",
    "export clean-x2 --format torch --out, q.py, .py, .pt",
    "import oisr-lf-s no.pt --scale 2 --out, q.pt, .pt, .safetensors",
    "schemes --json, q.html, .html, .json",
    "eval --weights no.pt --data no --report, q.png, .png, .html",
    "eval --weights no.pt --data no --journal, q.csv, .csv, .jsonl"
  })
  void anEndingOfAnotherFormatIsWrongUsage(String options, String file, String ends, String own) {
    Path out = folder.resolve(file);
    CommandLineRun run = CommandLineRun.of((options + " " + out).split(" "));
    assertEquals(2, run.code(), run.err());
    String sentence = "'%s' ends in %s, and what is written is ".formatted(out, ends);
    assertTrue(run.err().contains(sentence), run.err());
    assertTrue(run.err().contains(": let it end in " + own + ". See"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertFalse(Files.exists(out));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export clean-x2 --format onnx --out",
        "import oisr-lf-s no.pt --scale 2 --out",
        "eval --weights no.pt --data no --report",
        "eval --weights no.pt --data no --journal"
      })
  void nothingIsWrittenToStandardOutputButImagesAndJson(String options) {
    CommandLineRun run = CommandLineRun.of((options + " -").split(" "));
    assertEquals(2, run.code(), run.err());
    assertTrue(run.err().contains("'-' stands for standard output"), run.err());
    assertFalse(Files.exists(Path.of("-")));
  }

  /** The weights are unpacked there. */
  @Test
  void aFolderForTemporaryFilesThatIsMissingIsToldWithWhatToDo() {
    String before = System.getProperty("java.io.tmpdir");
    Path missing = folder.resolve("missing");
    System.setProperty("java.io.tmpdir", missing.toString());
    try {
      CommandLineRun run =
          CommandLineRun.of(
              "export", "clean-x2", "--format", "torch", "-o", "" + folder.resolve("x.pt"));
      assertEquals(1, run.code());
      assertEquals(
          "butcherblock: Cannot write the trained weights clean-x2 to "
              + missing
              + ", the folder for temporary files: there is no such folder; make room for it there,"
              + " or name another folder by BUTCHERBLOCK_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.",
          run.err().trim());
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
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
    CommandLineRun source = CommandLineRun.of("export", "--format", "python", "-o", out);
    assertEquals(2, source.code());
    assertTrue(source.err().contains("Which network is missing: give NETWORK, or"), source.err());
    CommandLineRun other = CommandLineRun.of("export", "oisr-lf-s", "--format", "onnx", "-o", out);
    assertEquals(1, other.code());
    assertTrue(
        other
            .err()
            .contains("The network oisr-lf-s has no trained weights of its own; give --weights"),
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
