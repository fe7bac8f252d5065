package io.butcherblock.fuzz;

import io.butcherblock.image.FuzzedMetadata;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.image.ImageMetadata;
import io.butcherblock.image.ImageOrigin;
import io.butcherblock.image.ImageSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Images: size, pixels and what else they say, written as PNG with all of it and read again. */
final class ImageTarget implements FuzzTarget {

  /** The pictures of the tests of images, made by many programs. */
  static final Path PICTURES =
      Path.of("../runtime/src/test/resources/io/butcherblock/image/pictures");

  /** Larger ones are read, and not written. */
  private static final int MOST_WRITTEN = 1 << 14;

  private static final String GIF = ".gif";

  private final List<String> endings;
  private final InputFile file;
  private final Path written = Files.createTempFile("fuzz", ".png");

  /** Images whose names end so. */
  ImageTarget(String... endings) throws IOException {
    this.endings = List.of(endings);
    file = new InputFile("image" + endings[0]);
    written.toFile().deleteOnExit();
  }

  @Override
  public void run(byte[] input) throws IOException {
    file.giveTo(this::read, input);
  }

  private void read(Path path) {
    ImageMetadata metadata = ImageFiles.metadata(path);
    Optional<String> unused = ImageOrigin.of(path);
    ImageSize size = ImageFiles.size(path);
    Image image = ImageFiles.read(path);
    if (image.width() != size.width() || image.height() != size.height()) {
      throw new AssertionError("Size " + size + " but " + ImageSize.of(image));
    }
    if ((long) image.width() * image.height() > MOST_WRITTEN) {
      return;
    }
    ImageFiles.lost(metadata, image, written).forEach(what -> Refusal.checkText(what, 300, ""));
    ImageFiles.write(image, written, Optional.empty(), metadata);
    if (!image.equals(ImageFiles.read(written))) {
      throw new AssertionError("Other pixels when written as PNG and read again.");
    }
    if (!Arrays.equals(FuzzedMetadata.xmp(path), FuzzedMetadata.xmp(written))) {
      throw new AssertionError("Other XMP when written as PNG and read again.");
    }
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    try (Stream<Path> files = Files.list(PICTURES)) {
      for (Path picture : files.filter(this::isOne).sorted().toList()) {
        seeds.add(Files.readAllBytes(picture));
      }
    }
    if (endings.contains(GIF)) {
      seeds.add(gif());
    }
    return seeds;
  }

  private static byte[] gif() throws IOException {
    BufferedImage image = new BufferedImage(7, 5, BufferedImage.TYPE_BYTE_INDEXED);
    for (int i = 0; i < 35; i++) {
      image.setRGB(i % 7, i / 7, i * 0x050301);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "gif", bytes);
    return bytes.toByteArray();
  }

  private boolean isOne(Path picture) {
    String name = picture.getFileName().toString();
    return !name.contains(".expected.") && endings.stream().anyMatch(name::endsWith);
  }
}
