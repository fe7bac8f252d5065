package io.butcherblock.examples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.export.Producer;
import io.butcherblock.export.PythonModule;
import io.butcherblock.export.TorchScript;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;

/** The source of networks in Python: as it is printed, and as Python's PyTorch runs it. */
class PythonModuleTest {

  private static final Catalogue CATALOGUE = Catalogue.onClassPath();

  /** The Python whose PyTorch is taken; another one with {@code -Dbutcherblock.python=FILE}. */
  private static final String PYTHON = System.getProperty("butcherblock.python", "python3");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "oisr-rk3, 2, 2, TRAINABLE",
    "oisr-rk3, 3, 2, FROZEN",
    "oisr-rk2f-s, 2, 1, FAMILY",
    "oisr-lf-history-s, 4, 4, TRAINABLE",
    "oisr-lf-r-s, 2, 3, TRAINABLE",
    "oisr-hamiltonian-s, 2, 2, TRAINABLE"
  })
  void theSourceIsThatOfAFile(String network, int scale, int blocks, Coefficients coefficients)
      throws IOException {
    NetworkSpec spec =
        CATALOGUE.networks().get(network).withSize(blocks, 8).withCoefficients(coefficients);
    String name = network.replace('-', '_') + "_x" + scale + ".py";
    String source = PythonModule.source(spec, scale).replace(" " + Producer.version(), " VERSION");
    assertEquals(resource(name), source, name);
  }

  /** Of all published networks, of many schemes with each sharing, and of gates. */
  @Test
  void pythonComputesWhatOursComputes() throws IOException, InterruptedException {
    assumeTrue(run("-c", "import torch") == 0, PYTHON + " has no PyTorch");
    List<Arguments> networks =
        Stream.of(
                RuntimeExportTest.networksAndScales(),
                RuntimeExportTest.variants(),
                RuntimeExportTest.gates(),
                RuntimeExportTest.sums(),
                oddNames(),
                oddFamilies())
            .flatMap(all -> all)
            .toList();
    for (int i = 0; i < networks.size(); i++) {
      Object[] values = networks.get(i).get();
      write("network%s".formatted(1000 + i), (int) values[1], (NetworkSpec) values[2]);
    }
    Path script = folder.resolve("compare");
    Files.writeString(script, resource("compare.py"));
    assertEquals(0, run(script.toString(), folder.toString()), Files.readString(log()));
    assertEquals(
        networks.size(),
        Files.readString(log()).lines().filter(line -> line.startsWith("ok ")).count());
  }

  @Test
  void freeParametersHideNothingElse() {
    String source = PythonModule.source(oddFamily(WeightSharing.NETWORK), 2);
    for (String name : List.of("self", "torch", "field")) {
      assertTrue(source.contains(" " + name + "_2 = "), source);
      assertFalse(source.contains(" " + name + " = "), source);
    }
  }

  private static NetworkSpec oddFamily(WeightSharing sharing) {
    NetworkSpec spec = CATALOGUE.networks().get("oisr-rk3");
    return new NetworkSpec(
        "odd-family",
        CATALOGUE.schemes().get("odd-names-family"),
        spec.vectorField(),
        2,
        4,
        1,
        Coefficients.FAMILY,
        sharing,
        "");
  }

  private static Stream<Arguments> oddFamilies() {
    return Stream.of(WeightSharing.values())
        .map(sharing -> Arguments.of("odd-family", 2, oddFamily(sharing)));
  }

  private static Stream<Arguments> oddNames() {
    NetworkSpec spec =
        CATALOGUE.networks().get("oisr-rk3").withVectorField(new OddNamesVectorField());
    return Stream.of("\"\"\" block", "block", "3x", "lambda")
        .map(
            name ->
                new NetworkSpec(
                    name,
                    spec.scheme(),
                    spec.vectorField(),
                    2,
                    4,
                    1,
                    spec.coefficients(),
                    spec.sharing(),
                    "Quoted \"\"\" \\u0041"))
        .map(each -> Arguments.of(each.name(), 2, each));
  }

  private void write(String name, int scale, NetworkSpec spec) {
    PythonModule.write(folder.resolve(name + ".py"), spec, scale);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, 5, cpu)) {
      TorchScript.write(folder.resolve(name + ".initial"), network);
      RuntimeExportTest.perturb(network);
      TorchScript.write(folder.resolve(name + ".trained"), network);
    }
  }

  private Path log() {
    return folder.resolve("log");
  }

  /** The exit code; another one than 0 if there is no such program. */
  private int run(String... arguments) throws InterruptedException {
    List<String> command = Stream.concat(Stream.of(PYTHON), Stream.of(arguments)).toList();
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(log().toFile())
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = PythonModuleTest.class.getResourceAsStream("python/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
