package io.butcherblock.tensorfiles;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file of stored entries, each beginning at a multiple of 64 bytes, so that PyTorch can map
 * it into memory.
 */
final class StoredZip {

  private static final int ALIGNMENT = 64;
  private static final int LOCAL_HEADER_BYTES = 30;
  private static final int EXTRA_HEADER_BYTES = 4;

  /**
   * Always the same, so that equal content gives equal bytes. Not the format's first day, which
   * Java notes in an extra field and so moves what follows.
   */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 2, 0, 0);

  /** Gives the bytes of an entry, the same ones each time. */
  @FunctionalInterface
  interface Content {
    void copy(TensorBytes.Sink to) throws IOException;
  }

  private final ZipOutputStream zip;
  private long position;

  StoredZip(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  void add(String name, Content content) throws IOException {
    CRC32 sum = new CRC32();
    long[] size = {0};
    content.copy(
        (bytes, offset, length) -> {
          sum.update(bytes, offset, length);
          size[0] += length;
        });
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setTimeLocal(NO_TIME);
    entry.setSize(size[0]);
    entry.setCompressedSize(size[0]);
    entry.setCrc(sum.getValue());
    long begin = position + LOCAL_HEADER_BYTES + name.length() + EXTRA_HEADER_BYTES;
    byte[] padding = padding((int) (-begin & (ALIGNMENT - 1)));
    entry.setExtra(padding);
    zip.putNextEntry(entry);
    content.copy(zip::write);
    zip.closeEntry();
    position += LOCAL_HEADER_BYTES + name.length() + padding.length + size[0];
  }

  /** An extra field "FB", which PyTorch uses for it too. */
  private static byte[] padding(int bytes) {
    byte[] extra = new byte[EXTRA_HEADER_BYTES + bytes];
    extra[0] = 'F';
    extra[1] = 'B';
    extra[2] = (byte) bytes;
    return extra;
  }

  /** Writes the directory and leaves the stream open. */
  void finish() throws IOException {
    zip.finish();
    zip.flush();
  }
}
