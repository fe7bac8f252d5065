package io.butcherblock.formats;

import io.butcherblock.files.RegularFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;

/** Texts in PNG files: the chunks {@code tEXt} and {@code iTXt} of ISO/IEC 15948, 11.3.4. */
public final class PngText {

  private static final int SIGNATURE = 0x89504e47;
  private static final int HEAD = 8;
  private static final int TEXT = 0x74455874;
  private static final int PIXELS = 0x49444154;
  private static final int SUM = 4;
  public static final byte[] XMP = "XML:com.adobe.xmp\0".getBytes(StandardCharsets.ISO_8859_1);

  /**
   * Keywords of what somebody says of a picture (ISO/IEC 15948, 11.3.4.2); the others are mostly of
   * the program that wrote it.
   */
  private static final List<String> TELLING =
      List.of("Title", "Author", "Description", "Copyright", "Disclaimer");

  /** More than any text of ours, and little enough to read whatever a file claims. */
  private static final int LONGEST = 1 << 16;

  private PngText() {}

  /** Adds a text to what an image is written with. */
  public static void add(IIOMetadata metadata, String keyword, String text) throws IIOException {
    IIOMetadataNode entry = new IIOMetadataNode("tEXtEntry");
    entry.setAttribute("keyword", keyword);
    entry.setAttribute("value", text);
    IIOMetadataNode texts = new IIOMetadataNode("tEXt");
    texts.appendChild(entry);
    String format = metadata.getNativeMetadataFormatName();
    IIOMetadataNode root = new IIOMetadataNode(format);
    root.appendChild(texts);
    metadata.mergeTree(format, root);
  }

  /** The keyword of a chunk, if its text is what somebody says of the picture. */
  public static Optional<String> telling(byte[] chunk) {
    return TELLING.stream()
        .filter(
            keyword -> new String(chunk, StandardCharsets.ISO_8859_1).startsWith(keyword + "\0"))
        .findFirst();
  }

  /** The packet of XMP that a chunk {@code iTXt} holds; empty if it holds something else. */
  public static Optional<byte[]> xmp(byte[] chunk) {
    int at = XMP.length;
    if (chunk.length < at + 2 || !Arrays.equals(chunk, 0, at, XMP, 0, at)) {
      return Optional.empty();
    }
    boolean compressed = chunk[at] == 1;
    at += 2; // the method, of which there is one
    for (int texts = 0; texts < 2; texts++) { // the language, and the keyword in it
      while (at < chunk.length && chunk[at] != 0) {
        at++;
      }
      at++;
    }
    if (at > chunk.length) {
      return Optional.empty();
    }
    return compressed
        ? PngChunks.inflated(chunk, at, Xmp.LONGEST)
        : Optional.of(Arrays.copyOfRange(chunk, at, chunk.length));
  }

  /** The text of a keyword that stands before the pixels; empty if the file is no PNG. */
  public static Optional<String> find(Path file, String keyword) throws IOException {
    String start = keyword + "\0";
    try (RandomAccessFile in = RegularFile.open(file)) {
      if (in.readInt() != SIGNATURE) {
        return Optional.empty();
      }
      in.seek(HEAD);
      long length = Integer.toUnsignedLong(in.readInt());
      for (int type = in.readInt(); type != PIXELS; type = in.readInt()) {
        long next = in.getFilePointer() + length + SUM;
        FileCompleteness.require(in, next);
        if (type == TEXT && length >= start.length() && length <= LONGEST) {
          byte[] bytes = new byte[Math.toIntExact(length)];
          in.readFully(bytes);
          String all = new String(bytes, StandardCharsets.ISO_8859_1);
          if (all.startsWith(start)) {
            return Optional.of(all.substring(start.length()));
          }
        }
        in.seek(next);
        length = Integer.toUnsignedLong(in.readInt());
      }
      return Optional.empty();
    }
  }
}
