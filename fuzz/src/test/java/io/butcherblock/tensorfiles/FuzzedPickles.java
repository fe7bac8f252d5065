package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import io.butcherblock.pickle.PickleInput;
import io.butcherblock.pickle.PickleReader;
import io.butcherblock.pickle.PickleWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Pickles of state dicts, read alone and in files of torch.save. */
public final class FuzzedPickles {

  private static final int STORAGE_BYTES = 256;

  private FuzzedPickles() {}

  /** Reads a pickle as data; what is not one, or wants more, is refused by a BadPickle. */
  public static void read(byte[] pickle) throws IOException, BadPickle {
    PickleInput in = new PickleInput(new ByteArrayInputStream(pickle));
    Object read = PickleReader.read(in, new TorchTypes());
    Map<String, TensorRef> unused = StateDict.in(read, "head.0.weight"::equals);
  }

  /** A file of torch.save around a pickle that may be damaged, with one storage. */
  public static byte[] zipAround(byte[] pickle) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      entry(zip, "data.pkl", pickle);
      entry(zip, "data/0", new byte[STORAGE_BYTES]);
      entry(zip, "version", "3\n".getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry("archive/" + name));
    zip.write(content);
  }

  /** The pickle of a state dict of one tensor, in that storage. */
  public static byte[] pickle() {
    PickleWriter pickle = new PickleWriter();
    pickle.orderedDict().begin();
    pickle.text("head.0.weight").global("torch._utils", "_rebuild_tensor_v2").begin();
    pickle.begin().text("storage").global("torch", "FloatStorage").text("0").text("cpu").number(64);
    pickle.tuple().persistent().number(0).tuple(List.of(4L, 16L));
    pickle.tuple(List.of(16L, 1L)).no().orderedDict();
    pickle.tuple().call();
    return pickle.putAll().toBytes();
  }
}
