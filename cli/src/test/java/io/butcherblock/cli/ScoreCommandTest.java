package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {

  @TempDir private Path folder;

  /** Every sample of one image differs by 1 from the other's: PSNR on RGB is 20 log10(255). */
  @Test
  void twoFilesAreComparedByTheProtocolThatIsPrinted() {
    ImageFiles.write(constant(20, 100), folder.resolve("sr.png"));
    ImageFiles.write(constant(20, 101), folder.resolve("hr.png"));
    CommandLineRun run =
        CommandLineRun.of(
            "score", path("sr.png"), path("hr.png"), "--color", "rgb", "--shave", "2");
    assertEquals(
        """
        image  PSNR (dB)     SSIM
        -------------------------
        hr       48.1308  0.99995
        protocol: RGB, 2 px shaved; two grey images as they are, a grey one stacked to RGB if the other is RGB
        """,
        run.out());
    assertEquals(0, run.code());
  }

  @Test
  void foldersAreMatchedByNameAndAveraged() throws IOException {
    ImageFiles.write(constant(20, 50), folder.resolve("hr/baby.png"));
    ImageFiles.write(constant(20, 50), folder.resolve("hr/baby_2.png"));
    ImageFiles.write(constant(20, 51), folder.resolve("sr/babyx2.png"));
    ImageFiles.write(constant(20, 52), folder.resolve("sr/baby_2_net_x2.png"));
    Path json = folder.resolve("out/score.json");
    CommandLineRun run =
        CommandLineRun.of(
            "score", path("sr"), path("hr"), "--color", "rgb", "--json", json.toString());
    assertEquals(0, run.code(), run.err());
    JsonNode root = new JsonMapper().readTree(Files.readString(json));
    assertEquals("rgb", root.at("/protocol/color").textValue());
    assertEquals("RGB, 0 px shaved", root.at("/protocol/name").textValue());
    assertTrue(root.at("/protocol/grey").textValue().startsWith("two grey images as they are"));
    assertEquals("baby", root.at("/images/0/name").textValue());
    assertEquals(48.1308, root.at("/images/0/psnr").doubleValue(), 1e-4);
    assertEquals(42.1102, root.at("/images/1/psnr").doubleValue(), 1e-4);
    assertEquals(45.1205, root.at("/mean/psnr").doubleValue(), 1e-4);
    assertTrue(run.out().contains("mean of 2    45.1205"), run.out());
  }

  @Test
  void equalImagesAreInfinitelyNear() throws IOException {
    ImageFiles.write(constant(20, 50), folder.resolve("a.png"));
    CommandLineRun run = CommandLineRun.of("score", path("a.png"), path("a.png"));
    assertTrue(run.out().contains("inf  1.00000"), run.out());
    CommandLineRun json = CommandLineRun.of("score", path("a.png"), path("a.png"), "--json=-");
    JsonNode psnr = new JsonMapper().readTree(json.out()).at("/mean/psnr");
    assertEquals("Infinity", psnr.textValue());
  }

  @Test
  void theOriginalIsCroppedByLessThanTheShavedBorder() {
    ImageFiles.write(constant(20, 50), folder.resolve("sr.png"));
    ImageFiles.write(constant(21, 51), folder.resolve("hr.png"));
    CommandLineRun benchmark =
        CommandLineRun.of("score", path("sr.png"), path("hr.png"), "--shave", "2");
    assertEquals(0, benchmark.code(), benchmark.err());
    CommandLineRun whole = CommandLineRun.of("score", path("sr.png"), path("hr.png"));
    assertEquals(1, whole.code());
    assertTrue(
        whole
            .err()
            .contains(
                "sr.png: Images of different size cannot be compared: 20 x 20 and 21 x 21; name the"
                    + " scale, as in --shave 2, and the original is cropped."),
        whole.err());
  }

  @Test
  void imagesWithoutAPartnerAreNamed() {
    ImageFiles.write(constant(20, 50), folder.resolve("hr/a.png"));
    ImageFiles.write(constant(20, 50), folder.resolve("hr/b.png"));
    ImageFiles.write(constant(20, 50), folder.resolve("sr/a.png"));
    assertOneSentence("There is no image of " + path("hr/b.png"), "sr", "hr");
    assertOneSentence(path("hr/b.png") + " has no original", "hr", "sr");
    ImageFiles.write(constant(20, 50), folder.resolve("sr/ax2.png"));
    assertOneSentence("both images of " + path("hr/a.png"), "sr", "hr");
    assertOneSentence("is a folder and the other is not", "sr", "hr/a.png");
  }

  private void assertOneSentence(String part, String sr, String hr) {
    CommandLineRun run = CommandLineRun.of("score", path(sr), path(hr));
    assertEquals(1, run.code());
    assertTrue(run.err().contains(part), run.err());
    assertEquals(1, run.err().lines().count());
    assertFalse(run.err().contains("wrong that should not"), run.err());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static Image constant(int size, int value) {
    byte[] samples = new byte[size * size * 3];
    java.util.Arrays.fill(samples, (byte) value);
    return Image.of(size, size, 3, samples);
  }
}
