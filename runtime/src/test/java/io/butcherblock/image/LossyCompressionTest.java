package io.butcherblock.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossyCompressionTest {

  @TempDir private Path folder;

  /** The JDK's coder takes the same qualities as libjpeg's, from which it comes. */
  @ParameterizedTest
  @ValueSource(ints = {5, 30, 50, 75, 90, 95})
  void theQualityOfAJpegIsTold(int quality) throws IOException {
    assertEquals(
        Optional.of("a JPEG of quality " + quality), LossyCompression.of(jpeg(quality / 100f)));
  }

  @Test
  void theBestQualityLeavesNothingToBeSeen() throws IOException {
    assertEquals(Optional.empty(), LossyCompression.of(jpeg(1)));
  }

  @Test
  void aTiffMayHoldAJpeg() throws IOException {
    assertEquals(Optional.of("a TIFF compressed as JPEG"), LossyCompression.of(tiff("JPEG")));
    for (String without : new String[] {"LZW", "Deflate", "PackBits"}) {
      assertEquals(Optional.empty(), LossyCompression.of(tiff(without)), without);
    }
  }

  private Path tiff(String compression) throws IOException {
    Path file = folder.resolve(compression + ".tif");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.write(null, new IIOImage(picture(), null, null), param);
    } finally {
      writer.dispose();
    }
    return file;
  }

  @Test
  void otherFilesAreWithoutLoss() throws IOException {
    Path png = folder.resolve("a.jpg"); // the name says nothing
    ImageIO.write(picture(), "png", png.toFile());
    assertEquals(Optional.empty(), LossyCompression.of(png));
    Path text = folder.resolve("a.txt");
    Files.writeString(text, "no image at all");
    assertEquals(Optional.empty(), LossyCompression.of(text));
    assertEquals(Optional.empty(), LossyCompression.of(folder.resolve("missing")));
    Path cut = folder.resolve("cut.jpg");
    Files.write(
        cut, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xdb, 0, 67, 0, 1, 1, 1});
    assertTrue(LossyCompression.of(cut).isEmpty());
  }

  private Path jpeg(float quality) throws IOException {
    Path file = folder.resolve("q" + quality + ".jpg");
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.write(null, new IIOImage(picture(), null, null), param);
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static BufferedImage picture() {
    return new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
  }
}
