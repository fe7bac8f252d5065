package io.butcherblock.image;

import io.butcherblock.files.WholeFile;
import io.butcherblock.formats.PngText;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writing of one image file through {@link ImageIO}. */
final class ImageWriting {

  private ImageWriting() {}

  static void write(
      Image image,
      Path file,
      Optional<String> origin,
      ImageMetadata metadata,
      ImageEncoding encoding) {
    WrittenFormat format = check(ImageSize.of(image), image.hasAlpha(), file);
    encoding.check(file);
    WholeFile.write(
        file,
        out -> {
          if (format == WrittenFormat.WEBP) {
            WebpWriting.write(image, metadata, encoding.quality(), out);
          } else {
            Image stored = metadata.stored(image);
            OutputStream headed = MetadataWriting.into(out, format, stored, metadata);
            encode(stored, format, origin, metadata, encoding, headed);
          }
        });
  }

  /** The format of a file that is to hold such an image. */
  static WrittenFormat check(ImageSize size, boolean alpha, Path file) {
    WrittenFormat format = WrittenFormat.check(size, alpha, file);
    if (format == WrittenFormat.WEBP) {
      WebpWriting.check(file);
    }
    return format;
  }

  private static void encode(
      Image image,
      WrittenFormat format,
      Optional<String> origin,
      ImageMetadata source,
      ImageEncoding encoding,
      OutputStream out)
      throws IOException {
    BufferedImage pixels = BufferedImages.view(format.bits() == 8 ? image.to8Bits() : image);
    ImageWriter writer = writer(pixels, format);
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format == WrittenFormat.JPEG) {
        int quality = encoding.quality().orElse(ImageEncoding.JPEG_QUALITY);
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(quality / 100f);
      } else if (format == WrittenFormat.TIFF) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType("Deflate");
      }
      IIOMetadata metadata = null;
      if (format == WrittenFormat.JPEG) {
        metadata = fullColor(writer, pixels, param);
      } else if (format == WrittenFormat.PNG && origin.isPresent()) {
        metadata = metadata(writer, pixels, param);
        PngText.add(metadata, ImageOrigin.KEYWORD, origin.get());
      } else if (format == WrittenFormat.TIFF) {
        metadata = TiffTags.with(metadata(writer, pixels, param), source, image);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(pixels, null, metadata), param);
    } finally {
      writer.dispose();
    }
  }

  /** The JDK's, whichever others are on the class path: their files differ. */
  private static ImageWriter writer(BufferedImage pixels, WrittenFormat format) {
    Iterator<ImageWriter> writers =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(pixels), format.name());
    ImageWriter first = writers.next();
    while (!isOfJdk(first) && writers.hasNext()) {
      ImageWriter next = writers.next();
      first = isOfJdk(next) ? next : first;
    }
    return first;
  }

  private static boolean isOfJdk(ImageWriter writer) {
    return writer.getClass().getModule() == ImageIO.class.getModule();
  }

  /** JPEG's metadata, changed so that colors keep the image's full resolution (4:4:4). */
  private static IIOMetadata fullColor(
      ImageWriter writer, BufferedImage pixels, ImageWriteParam param) throws IOException {
    IIOMetadata metadata = metadata(writer, pixels, param);
    String format = metadata.getNativeMetadataFormatName();
    Element root = (Element) metadata.getAsTree(format);
    NodeList components = root.getElementsByTagName("componentSpec");
    for (int i = 0; i < components.getLength(); i++) {
      ((Element) components.item(i)).setAttribute("HsamplingFactor", "1");
      ((Element) components.item(i)).setAttribute("VsamplingFactor", "1");
    }
    metadata.setFromTree(format, root);
    return metadata;
  }

  private static IIOMetadata metadata(
      ImageWriter writer, BufferedImage pixels, ImageWriteParam param) {
    return writer.getDefaultImageMetadata(
        ImageTypeSpecifier.createFromRenderedImage(pixels), param);
  }
}
