package io.butcherblock.formats;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The chunks of a WebP file (RFC 9649). Of an animation, a file of the first frame alone can be
 * made, which the decoder of still images reads.
 */
public final class WebpChunks {

  public static final String PROFILE = "ICCP";
  public static final String EXIF = "EXIF";
  public static final String XMP = "XMP ";

  private static final String LOSSY = "VP8 ";
  private static final String LOSSLESS = "VP8L";
  private static final String FRAME = "ANMF";
  private static final String EXTENDED = "VP8X";
  private static final Set<String> USED =
      Set.of(PROFILE, EXIF, XMP, LOSSY, LOSSLESS, FRAME, EXTENDED);

  private static final int HEAD = 12;

  /** Position, size and duration of a frame, before its own chunks. */
  private static final int FRAME_HEAD = 16;

  private static final int ALPHA_FLAG = 0x10;

  private record Part(long at, long length) {}

  private final RandomAccessFile in;
  private final Map<String, Part> first = new HashMap<>();
  private int frames;

  public WebpChunks(RandomAccessFile in) throws IOException {
    this.in = in;
    in.seek(4);
    long end = Math.min(in.length(), 8 + unsigned());
    for (long at = HEAD; at + 8 <= end; ) {
      in.seek(at);
      byte[] name = new byte[4];
      in.readFully(name);
      long length = unsigned();
      String type = new String(name, java.nio.charset.StandardCharsets.ISO_8859_1);
      if (USED.contains(type)) {
        first.putIfAbsent(type, new Part(at + 8, length));
      }
      frames += type.equals(FRAME) ? 1 : 0;
      at += 8 + length + (length & 1);
    }
  }

  private long unsigned() throws IOException {
    return Integer.toUnsignedLong(Integer.reverseBytes(in.readInt()));
  }

  /** How many frames there are: 1 of a still image. */
  public int frames() {
    return Math.max(1, frames);
  }

  public boolean has(String type) {
    return first.containsKey(type);
  }

  /** The data of the first chunk of a type; empty if there is none or it is longer. */
  public Optional<byte[]> data(String type, int longest) throws IOException {
    Part part = first.get(type);
    return part == null || part.length() > longest
        ? Optional.empty()
        : Optional.of(read(part.at(), part.length()));
  }

  private byte[] read(long at, long length) throws IOException {
    FileCompleteness.require(in, at + length);
    byte[] data = new byte[Math.toIntExact(length)];
    in.seek(at);
    in.readFully(data);
    return data;
  }

  /** Width and height of the whole image: those of the canvas on which frames are put. */
  public Optional<int[]> canvas() throws IOException {
    return data(EXTENDED, 10)
        .filter(data -> data.length == 10)
        .map(data -> new int[] {1 + number24(data, 4), 1 + number24(data, 7)});
  }

  /** Checks that lossy data can hold all pixels; without loss, a byte can hold any number. */
  public void checkData(int width, int height) throws IOException {
    Part lossy = first.get(LOSSY);
    if (lossy != null && frames == 0) {
      LeastData.check(lossy.length(), LeastData.VP8, (double) width * height, width, height);
    }
  }

  /** Where on the canvas the first frame stands: x and y. */
  public int[] frameOffset() throws IOException {
    if (frames == 0) {
      return new int[] {0, 0};
    }
    byte[] head = read(first.get(FRAME).at(), FRAME_HEAD);
    return new int[] {2 * number24(head, 0), 2 * number24(head, 3)};
  }

  /** The still image, or of an animation the first frame, as a file of its own. */
  public ImageInputStream still() throws IOException {
    if (frames == 0) {
      return new MemoryCacheImageInputStream(new ByteArrayInputStream(read(0, in.length())));
    }
    Part frame = first.get(FRAME);
    if (frame.length() < FRAME_HEAD + 8) {
      throw new EOFException("its first frame is cut off");
    }
    byte[] data = read(frame.at(), frame.length());
    int chunks = data.length - FRAME_HEAD;
    ByteBuffer file = ByteBuffer.allocate(HEAD + 18 + chunks).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
    // The head says whether there is alpha, which the frame's first chunk tells.
    boolean alpha = data[FRAME_HEAD] == 'A' || data[FRAME_HEAD + 3] == 'L';
    file.put(ascii(EXTENDED)).putInt(10).putInt(alpha ? ALPHA_FLAG : 0);
    file.put(data, 6, 6); // width - 1 and height - 1, 24 bits each
    file.put(data, FRAME_HEAD, chunks);
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(file.array()));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }

  private static int number24(byte[] data, int at) {
    return (data[at] & 0xff) | ((data[at + 1] & 0xff) << 8) | ((data[at + 2] & 0xff) << 16);
  }
}
