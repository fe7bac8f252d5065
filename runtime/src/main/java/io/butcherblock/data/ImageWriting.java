package io.butcherblock.data;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.WholeFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
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

  private static final float JPEG_QUALITY = 0.95f;

  /** No side of a JPEG may be longer, by the library that writes it. */
  private static final int JPEG_SIDE = 65_500;

  private static final Map<String, String> FORMATS =
      Map.of(
          "png", "png", "jpg", "jpeg", "jpeg", "jpeg", "bmp", "bmp", "tif", "tiff", "tiff", "tiff");

  private ImageWriting() {}

  static void write(Image image, Path file, Optional<String> origin, ImageMetadata metadata) {
    String format = check(ImageSize.of(image), image.hasAlpha(), file);
    WholeFile.write(
        file,
        out ->
            encode(
                image,
                format,
                origin,
                metadata,
                MetadataWriting.into(out, format, image, metadata)));
  }

  /** The format that a file's extension names; empty if none is written under it. */
  static Optional<String> format(Path file) {
    return Optional.ofNullable(FORMATS.get(ImageFiles.extension(file)));
  }

  /** The format of a file that is to hold such an image. */
  static String check(ImageSize size, boolean alpha, Path file) {
    String extension = ImageFiles.extension(file);
    String format = FORMATS.get(extension);
    if (format == null) {
      throw new ButcherblockException(
          "Cannot write " + file + ": name a file that ends in .png, .jpg, .bmp or .tif.");
    }
    if (alpha && (format.equals("jpeg") || format.equals("bmp"))) {
      throw new ButcherblockException(
          "Cannot write "
              + file
              + ": "
              + format.toUpperCase(Locale.ROOT)
              + " cannot hold the image's transparency; name a file that ends in .png or .tif.");
    }
    if (format.equals("jpeg") && Math.max(size.width(), size.height()) > JPEG_SIDE) {
      throw new ButcherblockException(
          "Cannot write %s: JPEG cannot hold an image of %s; name a file that ends in .png or .tif."
              .formatted(file, size));
    }
    return format;
  }

  private static void encode(
      Image image, String format, Optional<String> origin, ImageMetadata source, OutputStream out)
      throws IOException {
    boolean deep = format.equals("png") || format.equals("tiff");
    BufferedImage pixels = BufferedImages.view(deep ? image : image.to8Bits());
    ImageWriter writer = writer(pixels, format);
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (format.equals("jpeg")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionQuality(JPEG_QUALITY);
      } else if (format.equals("tiff")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType("Deflate");
      }
      IIOMetadata metadata = null;
      if (format.equals("jpeg")) {
        metadata = fullColor(writer, pixels, param);
      } else if (format.equals("png") && origin.isPresent()) {
        metadata = metadata(writer, pixels, param);
        PngText.add(metadata, ImageFiles.ORIGIN, origin.get());
      } else if (format.equals("tiff")) {
        metadata = TiffTags.with(metadata(writer, pixels, param), source, image.channels());
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(pixels, null, metadata), param);
    } finally {
      writer.dispose();
    }
  }

  /** The JDK's, whichever others are on the class path: their files differ. */
  private static ImageWriter writer(BufferedImage pixels, String format) {
    Iterator<ImageWriter> writers =
        ImageIO.getImageWriters(ImageTypeSpecifier.createFromRenderedImage(pixels), format);
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
