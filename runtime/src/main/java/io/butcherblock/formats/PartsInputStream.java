package io.butcherblock.formats;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;

/** Parts of a file, read as if they were all of it. The file is closed by whoever opened it. */
public final class PartsInputStream extends ImageInputStreamImpl {

  private final RandomAccessFile file;
  private final List<PngChunks.Part> parts;

  /** The part that was read last, and where it begins in this stream. */
  private int part;

  private long partStart;

  public PartsInputStream(RandomAccessFile file, List<PngChunks.Part> parts) {
    this.file = file;
    this.parts = List.copyOf(parts);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    checkClosed();
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos < partStart) {
      part = 0;
      partStart = 0;
    }
    while (part < parts.size() && streamPos >= partStart + parts.get(part).length()) {
      partStart += parts.get(part).length();
      part++;
    }
    if (part == parts.size()) {
      return -1;
    }
    long into = streamPos - partStart;
    file.seek(parts.get(part).at() + into);
    int count = (int) Math.min(length, parts.get(part).length() - into);
    int read = file.read(bytes, offset, count);
    streamPos += Math.max(0, read);
    return read;
  }
}
