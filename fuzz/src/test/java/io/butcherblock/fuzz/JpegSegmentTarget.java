package io.butcherblock.fuzz;

import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What stands beside the pixels of a sound JPEG file: notes of a camera, a color profile. */
final class JpegSegmentTarget implements FuzzTarget {

  private static final int MARKERS = 0xff00;
  private static final int LENGTH_BYTES = 2;
  private static final int MOST = 0xffff;

  /** Some seeds, made when they are asked for. */
  @FunctionalInterface
  interface Seeds {
    List<byte[]> make() throws IOException;
  }

  private final int marker;
  private final byte[] name;
  private final Seeds seeds;
  private final ImageTarget images = new ImageTarget(".jpg");
  private final byte[] sound;

  /**
   * Segments of a kind.
   *
   * @param marker the second byte of its marker
   * @param name what it begins with
   */
  JpegSegmentTarget(int marker, String name, Seeds seeds) throws IOException {
    this.marker = marker;
    this.name = name.getBytes(StandardCharsets.ISO_8859_1);
    this.seeds = seeds;
    Path file = Files.createTempFile("fuzz", ".jpg");
    byte[] samples = new byte[6 * 4 * 3];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (37 * i);
    }
    ImageFiles.write(Image.of(6, 4, 3, samples), file);
    sound = Files.readAllBytes(file);
    Files.delete(file);
  }

  @Override
  public void run(byte[] input) throws IOException {
    byte[] content =
        Arrays.copyOf(input, Math.min(input.length, MOST - LENGTH_BYTES - name.length));
    ByteBuffer all =
        ByteBuffer.allocate(sound.length + 2 * LENGTH_BYTES + name.length + content.length);
    all.put(sound, 0, 2).putShort((short) (MARKERS | marker));
    all.putShort((short) (LENGTH_BYTES + name.length + content.length));
    all.put(name).put(content).put(sound, 2, sound.length - 2);
    images.run(all.array());
  }

  @Override
  public List<byte[]> seeds() throws IOException {
    return seeds.make();
  }
}
