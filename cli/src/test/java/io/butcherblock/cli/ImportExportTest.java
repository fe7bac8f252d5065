package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.Weights;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights that go to Python and come back are the same file. */
class ImportExportTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "oisr-lf-s, 2, torch",
    "oisr-rk2-s, 3, torch",
    "oisr-rk3, 4, torch",
    "edsr, 2, torch",
    "edsr-baseline, 4, safetensors",
    "oisr-rk3, 3, safetensors"
  })
  void roundTrip(String name, int scale, String format) throws IOException {
    Path ours = folder.resolve("ours.safetensors");
    Path exported = folder.resolve("exported");
    Path back = folder.resolve("back.safetensors");
    NetworkSpec spec = Catalogue.onClassPath().networks().get(name).withSize(2, 6);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, 7, cpu)) {
      Weights.save(ours, network.parameters(), WeightsInfo.of(spec, scale).toMap());
    }
    assertEquals(
        ours + " -> " + exported,
        output("export", "--weights", "" + ours, "--format", format, "--out", "" + exported));
    String size = format.equals("torch") ? "--scale " + scale + " --blocks 2 --channels 6" : "";
    String imported =
        output(
            ("import " + name + " " + exported + " --out " + back + " " + size).trim().split(" "));
    assertEquals(
        exported + " -> " + back + " (" + name + " x" + scale + ", 2 blocks x 6 channels, ",
        imported.replaceAll("[\\d,]+ parameters\\)$", ""));
    assertArrayEquals(Files.readAllBytes(ours), Files.readAllBytes(back));
  }

  private static String output(String... command) {
    CommandLineRun run = CommandLineRun.of(command);
    assertEquals(0, run.code(), run.err());
    return run.out().trim();
  }
}
