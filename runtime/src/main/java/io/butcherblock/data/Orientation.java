package io.butcherblock.data;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** How the image of an opened file must be turned to stand upright, as its camera noted (EXIF). */
final class Orientation {

  /**
   * The formats whose orientation is the camera's. In others the metadata of that name may tell in
   * which order rows are stored, which their readers see to.
   */
  private static final Set<String> FORMATS = Set.of("jpeg", "jpg", "tiff", "tif", "webp");

  private Orientation() {}

  /** What takes the stored image to the upright one; the identity where nothing is noted. */
  static Symmetry toUpright(ImageReader reader) {
    try {
      IIOMetadata metadata =
          FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))
              ? reader.getImageMetadata(0)
              : null;
      return metadata == null || !metadata.isStandardMetadataFormatSupported()
          ? Symmetry.IDENTITY
          : toUpright(metadata);
    } catch (IOException | RuntimeException e) {
      // Metadata that cannot be read must not keep the pixels from being read.
      return Symmetry.IDENTITY;
    }
  }

  private static Symmetry toUpright(IIOMetadata metadata) {
    Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList found = root.getElementsByTagName("ImageOrientation");
    String value =
        found.getLength() == 0 ? "Normal" : ((Element) found.item(0)).getAttribute("value");
    // The standard format says how the stored image was turned, counter-clockwise.
    return switch (value) {
      case "FlipH" -> Symmetry.FLIP_HORIZONTAL;
      case "FlipV" -> Symmetry.FLIP_VERTICAL;
      case "Rotate90" -> Symmetry.ROTATE_270;
      case "Rotate180" -> Symmetry.ROTATE_180;
      case "Rotate270" -> Symmetry.ROTATE_90;
      case "FlipVRotate90" -> Symmetry.TRANSPOSE;
      case "FlipHRotate90" -> Symmetry.TRANSVERSE;
      default -> Symmetry.IDENTITY;
    };
  }
}
