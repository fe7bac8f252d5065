package io.butcherblock.serve;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Image files as other programs write them. */
final class TestPictures {

  private TestPictures() {}

  /**
   * A disk before a gradient.
   *
   * @param format {@code png} or {@code jpg}
   */
  static byte[] of(String format, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, new Color(40 + x * 150 / width, 60 + y * 150 / height, 120).getRGB());
      }
    }
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillOval(width / 4, height / 4, width / 2, height / 2);
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  /** A GIF of some frames. */
  static byte[] animation(int frames) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.prepareWriteSequence(null);
      for (int i = 0; i < frames; i++) {
        BufferedImage frame = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        writer.writeToSequence(new IIOImage(frame, null, null), null);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** A JPEG with a title as Photoshop writes it (IPTC-IIM, record 2, data set 5). */
  static byte[] withIptc(int width, int height) throws IOException {
    byte[] jpeg = of("jpg", width, height);
    byte[] title = {0x1c, 2, 5, 0, 1, 'T'};
    byte[] head = "Photoshop 3.0\0008BIM\4\4\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    int length = 2 + head.length + 1 + title.length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // Behind the start marker and the first segment, which is 18 bytes long.
    bytes.write(jpeg, 0, 20);
    bytes.write(new byte[] {(byte) 0xff, (byte) 0xed, 0, (byte) length});
    bytes.write(head);
    bytes.write(title.length);
    bytes.write(title);
    bytes.write(jpeg, 20, jpeg.length - 20);
    return bytes.toByteArray();
  }
}
