package io.butcherblock.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.data.SharedFolder;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageQualityTest {

  private static final Pattern MATLAB =
      Pattern.compile("x2 \\d+ ((\\w+)_RCAN_x2.png): PSNR= ([\\d.]+) SSIM= ([\\d.]+)");

  @Test
  void agreesWithMatlab() throws IOException {
    Path results = SharedFolder.require("metrics/rcan-set5-x2");
    Path originals = SharedFolder.require("data/benchmark/Set5/HR");
    Matcher line = MATLAB.matcher(Files.readString(results.resolve("matlab.txt")));
    int compared = 0;
    while (line.find()) {
      Image sr = ImageFiles.read(results.resolve(line.group(1)));
      Image hr = ImageFiles.read(originals.resolve(line.group(2) + ".png"));
      PsnrSsim quality =
          ImageQuality.compare(sr, hr.crop(0, 0, sr.width(), sr.height()), Protocol.benchmark(2));
      assertEquals(Double.parseDouble(line.group(3)), quality.psnr(), 1e-5, line.group(1));
      assertEquals(Double.parseDouble(line.group(4)), quality.ssim(), 1e-5, line.group(1));
      compared++;
    }
    assertEquals(5, compared);
  }

  @ParameterizedTest
  @CsvSource({
    "Set5, 2, 33.673, 0.9303",
    "Set5, 3, 30.403, 0.8689",
    "Set5, 4, 28.429, 0.8111",
    "Set14, 2, 30.230, 0.8691",
    "Set14, 3, 27.537, 0.7745",
    "Set14, 4, 25.994, 0.7029"
  })
  void bicubicBaselines(String set, int scale, double psnr, double ssim) {
    Path folder = SharedFolder.require("data/benchmark/" + set);
    List<PsnrSsim> qualities = new ArrayList<>();
    for (Path file : ImageFiles.list(folder.resolve("HR"))) {
      String lrName = ImageNames.baseName(file) + "x" + scale + ".png";
      Image lr = ImageFiles.read(folder.resolve("LR_bicubic/X" + scale).resolve(lrName));
      Image bicubic = BicubicResize.upscale(lr, scale);
      Image hr = ImageFiles.read(file).crop(0, 0, bicubic.width(), bicubic.height());
      qualities.add(ImageQuality.compare(bicubic, hr, Protocol.benchmark(scale)));
    }
    PsnrSsim mean = PsnrSsim.mean(qualities);
    assertEquals(psnr, mean.psnr(), 0.0006);
    assertEquals(ssim, mean.ssim(), 0.00006);
  }

  @Test
  void equalImagesAreInfinitelyNear() {
    Image image = image(20, 16, 3, 1);
    PsnrSsim quality = ImageQuality.compare(image, image, new Protocol(ColorSpace.RGB, 2));
    assertEquals(Double.POSITIVE_INFINITY, quality.psnr());
    assertEquals(1, quality.ssim(), 1e-12);
  }

  /** Grey levels that differ by 5 everywhere: MSE 25. */
  @Test
  void psnrOfAConstantDifference() {
    PsnrSsim quality =
        ImageQuality.compare(
            constant(15, 1, 105), constant(15, 1, 100), new Protocol(ColorSpace.Y, 0));
    assertEquals(10 * Math.log10(255 * 255 / 25.0), quality.psnr(), 1e-12);
    double c1 = 0.01 * 255 * 0.01 * 255;
    assertEquals((2 * 105 * 100 + c1) / (105 * 105 + 100 * 100 + c1), quality.ssim(), 1e-9);
  }

  @Test
  void greyBesideColorIsStacked() {
    Image grey = image(20, 20, 1, 1);
    Image other = image(20, 20, 1, 2);
    Protocol protocol = new Protocol(ColorSpace.Y, 1);
    PsnrSsim stacked = ImageQuality.compare(other.toRgb(), grey.toRgb(), protocol);
    assertEquals(stacked, ImageQuality.compare(other.toRgb(), grey, protocol));
    assertEquals(
        20 * Math.log10(255 / 219.0),
        stacked.psnr() - ImageQuality.compare(other, grey, protocol).psnr(),
        1e-9);
  }

  @Test
  void theBorderDoesNotCount() {
    Image image = image(20, 16, 3, 1);
    byte[] changed = image.samples();
    changed[0] = (byte) ~changed[0];
    Image other = Image.of(20, 16, 3, changed);
    assertEquals(
        Double.POSITIVE_INFINITY,
        ImageQuality.compare(other, image, new Protocol(ColorSpace.Y, 1)).psnr());
    assertTrue(ImageQuality.compare(other, image, new Protocol(ColorSpace.Y, 0)).psnr() < 60);
  }

  @Test
  void differentSizesAreRefused() {
    Image small = constant(20, 3, 0);
    Image large = constant(22, 3, 0);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> ImageQuality.compare(small, large, Protocol.benchmark(2)));
    assertTrue(error.getMessage().contains("20 x 20 and 22 x 22"), error.getMessage());
  }

  @Test
  void imagesBelowTheWindowAreRefused() {
    Image image = constant(14, 3, 0);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class,
            () -> ImageQuality.compare(image, image, Protocol.benchmark(2)));
    assertTrue(error.getMessage().contains("at least 15 x 15"), error.getMessage());
  }

  /** 11 + 2 * 2147483647, which no int holds. */
  @Test
  void aBorderThatNoImageHasIsRefused() {
    Image image = constant(20, 3, 0);
    Protocol protocol = new Protocol(ColorSpace.Y, Integer.MAX_VALUE);
    ButcherblockException error =
        assertThrows(
            ButcherblockException.class, () -> ImageQuality.compare(image, image, protocol));
    assertTrue(error.getMessage().contains("at least 4294967305 x 4294967305"), error.getMessage());
  }

  @Test
  void aMissingColorIsNamed() {
    assertEquals(
        "color",
        assertThrows(NullPointerException.class, () -> new Protocol(null, 1)).getMessage());
  }

  @Test
  void protocolsPrintThemselves() {
    assertEquals("Y, 2 px shaved", Protocol.benchmark(2).toString());
    assertEquals("RGB, 10 px shaved", Protocol.div2k(4).toString());
    assertEquals("benchmark protocol: Y, 2 px shaved (the scale)", Protocol.benchmark(2).named(2));
    assertEquals("DIV2K protocol: RGB, 10 px shaved (the scale + 6)", Protocol.div2k(4).named(4));
    assertEquals("protocol of its own: Y, 2 px shaved", Protocol.benchmark(2).named(3));
  }

  private static Image constant(int side, int channels, int value) {
    byte[] samples = new byte[side * side * channels];
    java.util.Arrays.fill(samples, (byte) value);
    return Image.of(side, side, channels, samples);
  }

  private static Image image(int width, int height, int channels, long seed) {
    byte[] samples = new byte[width * height * channels];
    new java.util.Random(seed).nextBytes(samples);
    return Image.of(width, height, channels, samples);
  }
}
