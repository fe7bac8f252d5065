package io.butcherblock.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureNotesTest {

  @TempDir Path folder;

  /** One line for all files of a run. */
  @Test
  void pagesAndFramesThatAreNotTakenAreTold() throws IOException {
    for (int i = 1; i <= 5; i++) {
      write("gif", folder.resolve("in/" + i + ".gif").toFile(), 3);
      write("tiff", folder.resolve("in/t" + i + ".tif").toFile(), 2);
    }
    write("png", folder.resolve("in/p.png").toFile(), 1);
    String told =
        CommandLineRun.of("resize", folder.resolve("in").toString(), "--scale", "2", "--out", out())
            .err();
    assertEquals(1, told.lines().filter(line -> line.startsWith("note: of files")).count(), told);
    assertTrue(told.contains("1.gif (the first of 3)"), told);
    assertTrue(told.contains(" and 7 more"), told);
    for (int i = 1; i <= 4; i++) {
      write("gif", folder.resolve("four/" + i + ".gif").toFile(), 3);
    }
    String four = folder.resolve("four").toString();
    told = CommandLineRun.of("resize", four, "--scale", "2", "--out", out() + "4").err();
    assertTrue(told.contains(" and 1 more"), told);
    String tiff = folder.resolve("in/t1.tif").toString();
    told =
        CommandLineRun.of(
                "resize", tiff, "--scale", "2", "--out", folder.resolve("x.png").toString())
            .err();
    assertTrue(told.contains("t1.tif (the first of 2)"), told);
    String png = folder.resolve("in/p.png").toString();
    told =
        CommandLineRun.of(
                "resize", png, "--scale", "2", "--out", folder.resolve("y.png").toString())
            .err();
    assertFalse(told.contains("note"), told);
  }

  private String out() {
    return folder.resolve("out").toString();
  }

  private static void write(String format, File file, int images) throws IOException {
    file.getParentFile().mkdirs();
    BufferedImage image = new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB);
    image.setRGB(1, 1, Color.RED.getRGB());
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file)) {
      writer.setOutput(out);
      if (images == 1) {
        writer.write(image);
      } else {
        writer.prepareWriteSequence(null);
        for (int i = 0; i < images; i++) {
          writer.writeToSequence(new IIOImage(image, null, null), null);
        }
        writer.endWriteSequence();
      }
    } finally {
      writer.dispose();
    }
  }
}
