package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.PickleWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of torch.save, valid and invalid, made by hand. */
final class TorchBytes {

  /** What torch.save writes first: the magic number, 1001, and {@code {}} for the machine. */
  static final byte[] HEAD =
      HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e" + "80024de9032e" + "80027d2e");

  private TorchBytes() {}

  /** The pickle of {@code {"a": tensor}} over the storage "0". */
  static byte[] dict(
      String type, long elements, long offset, List<Long> shape, List<Long> strides) {
    PickleWriter pickle = new PickleWriter();
    pickle.orderedDict().begin();
    add(pickle, "a", "0", type, elements, offset, shape, strides);
    return pickle.putAll().toBytes();
  }

  static void add(
      PickleWriter pickle,
      String name,
      String key,
      String type,
      long elements,
      long offset,
      List<Long> shape,
      List<Long> strides) {
    pickle.text(name).global("torch._utils", "_rebuild_tensor_v2").begin();
    pickle.begin().text("storage").global("torch", type).text(key).text("cpu").number(elements);
    pickle.tuple().persistent().number(offset).tuple(shape).tuple(strides).no().orderedDict();
    pickle.tuple().call();
  }

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The old format, with the storage "0". */
  static byte[] stream(byte[] object, long elements, byte... storage) {
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    byte[] keys = latin1("\u0080\2]U\u00010a.");
    return join(HEAD, object, keys, length.putLong(0, elements).array(), storage);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** A deflated zip file of these entries, in a folder. */
  static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry("archive/" + entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
