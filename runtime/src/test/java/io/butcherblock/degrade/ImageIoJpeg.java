package io.butcherblock.degrade;

import io.butcherblock.image.Image;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The JDK's JPEG coder, which is libjpeg, with sampling factors of our choice. */
final class ImageIoJpeg {

  private ImageIoJpeg() {}

  /** A JPEG file. */
  static byte[] write(Image image, int quality, ChromaSubsampling subsampling) throws IOException {
    BufferedImage pixels = image.toBufferedImage();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ImageWriteParam param = writer.getDefaultWriteParam();
    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    param.setCompressionQuality(quality / 100f);
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(pixels), param);
    String format = metadata.getNativeMetadataFormatName();
    Element root = (Element) metadata.getAsTree(format);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      Element component = (Element) components.item(i);
      boolean fine = i == 0 && image.channels() == 3;
      component.setAttribute("HsamplingFactor", String.valueOf(fine ? subsampling.across() : 1));
      component.setAttribute("VsamplingFactor", String.valueOf(fine ? subsampling.down() : 1));
    }
    metadata.setFromTree(format, root);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(pixels, null, metadata), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static Image read(byte[] file) throws IOException {
    return Image.of(ImageIO.read(new ByteArrayInputStream(file)));
  }

  /** Where the content of the first segment with a marker begins. */
  static int segment(byte[] file, int marker) {
    int at = 2;
    while ((file[at + 1] & 0xff) != marker) {
      at += 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
    }
    return at + 4;
  }
}
