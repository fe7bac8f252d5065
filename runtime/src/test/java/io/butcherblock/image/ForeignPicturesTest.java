package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.butcherblock.error.ButcherblockException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of other programs' making, compared with other programs' reading. */
class ForeignPicturesTest {

  private static final String EXPECTED = ".expected.png";

  static Path folder() {
    try {
      return Path.of(ForeignPicturesTest.class.getResource("pictures/NOTE.md").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(EXPECTED))
          .map(name -> name.substring(0, name.length() - EXPECTED.length()))
          .sorted()
          .toList();
    }
  }

  @Test
  void allAreThere() throws IOException {
    assertTrue(names().size() > 90, names().size() + " pictures");
  }

  @ParameterizedTest
  @MethodSource("names")
  void isReadAsOthersReadIt(String name) throws IOException {
    Path file = file(name);
    BufferedImage expected = ImageIO.read(folder().resolve(name + EXPECTED).toFile());
    Image image = read(file).to8Bits();
    assertEquals(new ImageSize(expected.getWidth(), expected.getHeight()), ImageSize.of(image));
    assertEquals(ImageSize.of(image), ImageFiles.size(file));
    assertEquals(expected.getColorModel().hasAlpha(), hasTransparency(image), "alpha");
    int tolerance = tolerance(file);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        int argb = expected.getRGB(x, y);
        String where = name + " at " + x + ", " + y;
        for (int c = 0; c < 3; c++) {
          int sample = image.sample(x, y, Math.min(c, image.channels() - 1));
          assertEquals((argb >> (16 - 8 * c)) & 0xff, sample, tolerance, where);
        }
        int alpha = image.alphaImage().map(a -> 0).orElse(255);
        if (alpha == 0) {
          alpha = image.alphaImage().get().sample(x, y, 0);
        }
        assertEquals(argb >>> 24, alpha, where);
      }
    }
  }

  /** Whether arithmetic coding is decoded depends on how a Java was built. */
  private static Image read(Path file) {
    try {
      return ImageFiles.read(file);
    } catch (ButcherblockException e) {
      String told =
          "Cannot read %s: it is an arithmetic-coded JPEG, which this Java does not read;";
      assumeFalse(
          file.endsWith("arith.jpg") && e.getMessage().startsWith(told.formatted(file)),
          e.getMessage());
      throw e;
    }
  }

  private static Path file(String name) throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(each -> each.getFileName().toString().startsWith(name + "."))
          .filter(each -> !each.getFileName().toString().endsWith(EXPECTED))
          .findFirst()
          .orElseThrow();
    }
  }

  private static boolean hasTransparency(Image image) {
    if (!image.hasAlpha()) {
      return false;
    }
    for (byte alpha : image.alpha().orElseThrow()) {
      if (alpha != (byte) 255) {
        return true;
      }
    }
    return false;
  }

  /**
   * Decoders of JPEG differ by their inverse transforms; fractions of 1, and conversions of Lab, by
   * their rounding.
   */
  private static int tolerance(Path file) {
    String name = file.getFileName().toString();
    if (name.endsWith(".jpg")) {
      return name.startsWith("cmyk") ? 12 : 8;
    }
    return name.matches("(f16|f32|f64|u32|rgbapre|lab).*tif") ? 1 : 0;
  }
}
