package io.butcherblock.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.pytorch.Device;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of {@code docs/library.md}, compiled and run as they stand there. */
class LibraryPageTest {

  @TempDir private static Path folder;
  private static PagePrograms programs;
  private static Path weights;

  @BeforeAll
  static void compile() throws IOException {
    programs = PagePrograms.compile("docs/library.md", folder);
    assertEquals(9, programs.names().size(), programs.names().toString());
    weights = folder.resolve("weights.safetensors");
    save("oisr-lf-s", weights);
    for (int i = 0; i < 3; i++) {
      ImageFiles.write(noise(48, 40, i), folder.resolve("images/image" + i + ".png"));
    }
  }

  @Test
  void enlarge() throws Exception {
    Path large = folder.resolve("large.png");
    run("Enlarge", weights, folder.resolve("images/image0.png"), large);
    Image image = ImageFiles.read(large);
    assertEquals("96 x 80 RGB", image.toString());
  }

  @Test
  void enlargeFile() throws Exception {
    Path large = folder.resolve("large-file.png");
    String out = runNamed("EnlargeFile", weights, folder.resolve("images/image1.png"), large);
    assertTrue(out.contains("1 of 1 tiles"), out);
    assertEquals("96 x 80 RGB", ImageFiles.read(large).toString());
  }

  @Test
  void enlargeInAService() throws Exception {
    Path text = Files.writeString(folder.resolve("notes.png"), "no image");
    List<String> out =
        run("EnlargeService", folder.resolve("images/image0.png"), text).lines().toList();
    assertEquals("96", out.get(0));
    assertTrue(out.get(1).contains("it is not an image of a known format"), out.toString());
    assertEquals(2, out.size(), out.toString());
  }

  @Test
  void measure() throws Exception {
    String out = run("Measure", weights, folder.resolve("images"));
    assertTrue(
        out.matches("-?\\p{Nd}+.\\p{Nd}\\p{Nd} dB, bicubic \\p{Nd}+.\\p{Nd}\\p{Nd} dB\\R"), out);
  }

  @Test
  void refine() throws Exception {
    String out = run("Refine", weights, folder.resolve("images"));
    // Written by the program of the page, in the digits of the locale.
    assertTrue(out.lines().toList().get(3).matches("\\p{Nd} blocks: .*"), out);
  }

  @Test
  void train() throws Exception {
    Path run = folder.resolve("run");
    String out = run("Train", folder.resolve("images"), run);
    assertEquals(run.resolve("weights.safetensors").toString(), out.strip());
    assertTrue(Files.exists(run.resolve("weights.safetensors")));
  }

  @Test
  void compare() throws Exception {
    Path ablation = folder.resolve("ablation");
    Path images = folder.resolve("images");
    String out = run("Compare", images, images, ablation);
    assertTrue(out.contains(" is best on average, with a mean PSNR of "), out);
    assertTrue(out.endsWith(ablation.resolve("report.html") + System.lineSeparator()), out);
    assertTrue(Files.exists(ablation.resolve("report.html")));
  }

  @Test
  void recover() throws Exception {
    // Heun's method, whose weights are as they were drawn.
    Path heun = folder.resolve("heun.safetensors");
    save("oisr-rk2-s", heun);
    assertEquals(
        List.of("declared order 2, now 2", "3 images of 192 x 192 RGB"),
        run("Recover", heun).lines().toList());
  }

  @Test
  void denoise() throws Exception {
    assertTrue(run("Denoise").endsWith(" tensors, 768 numbers\n"));
  }

  /** Writes the initial weights of a network with one block. */
  private static void save(String network, Path file) {
    NetworkSpec spec = Catalogue.onClassPath().network(network).withSize(1, 4);
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork made = new SuperResolutionNetwork(spec, 2, 5, cpu)) {
      Weights.save(file, made);
    }
  }

  private String runNamed(String program, Path... arguments) throws Exception {
    NetworkSpec whole = Catalogue.onClassPath().network("oisr-rk2-s");
    Path named = folder.resolve("named.safetensors");
    try (Device cpu = new Device("cpu");
        SuperResolutionNetwork network = new SuperResolutionNetwork(whole, 2, 5, cpu)) {
      Weights.save(named, network.parameters(), Map.of());
    }
    return programs.main(
        program, named.toString(), "" + arguments[1], "" + arguments[2], "oisr-rk2-s");
  }

  private static String run(String program, Path... arguments) throws Exception {
    return programs.main(
        program, List.of(arguments).stream().map(Path::toString).toArray(String[]::new));
  }

  private static Image noise(int width, int height, long seed) {
    byte[] samples = new byte[3 * width * height];
    new Random(seed).nextBytes(samples);
    return Image.of(width, height, 3, samples);
  }
}
