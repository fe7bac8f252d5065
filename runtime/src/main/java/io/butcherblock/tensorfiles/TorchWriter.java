package io.butcherblock.tensorfiles;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.WholeFile;
import io.butcherblock.pickle.PickleWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Writes state dicts as torch.save does since PyTorch 1.6; see {@link TorchZip}. */
public final class TorchWriter {

  private static final String FOLDER = "archive/";

  private TorchWriter() {}

  /**
   * Writes tensors; the same ones in the same order give the same bytes.
   *
   * @throws ButcherblockException if the file cannot be written
   * @throws IllegalArgumentException for an element type that is no {@link ElementType}
   */
  public static void write(Path file, Map<String, Tensor> tensors) {
    byte[] object = pickle(tensors);
    WholeFile.write(file, out -> write(out, object, new ArrayList<>(tensors.values())));
  }

  private static void write(OutputStream out, byte[] object, List<Tensor> storages)
      throws IOException {
    // Not closed: the stream below is another's.
    StoredZip zip = new StoredZip(out);
    zip.add(FOLDER + "data.pkl", sink -> sink.write(object, 0, object.length));
    zip.add(FOLDER + "byteorder", text("little"));
    for (int key = 0; key < storages.size(); key++) {
      Tensor storage = storages.get(key);
      zip.add(FOLDER + "data/" + key, sink -> TensorBytes.copy(storage, sink));
    }
    zip.add(FOLDER + "version", text("3\n"));
    zip.finish();
  }

  private static StoredZip.Content text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return sink -> sink.write(bytes, 0, bytes.length);
  }

  private static byte[] pickle(Map<String, Tensor> tensors) {
    PickleWriter pickle = new PickleWriter();
    pickle.orderedDict().begin();
    int key = 0;
    for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
      pickle.text(entry.getKey());
      tensor(pickle, String.valueOf(key), entry.getValue());
      key++;
    }
    return pickle.putAll().toBytes();
  }

  private static void tensor(PickleWriter pickle, String key, Tensor tensor) {
    ElementType type = ElementType.of(tensor.scalar_type());
    List<Long> shape = Arrays.stream(tensor.shape()).boxed().toList();
    pickle.global("torch._utils", "_rebuild_tensor_v2").begin();
    pickle.begin().text("storage").global("torch", type.torchName() + "Storage");
    pickle.text(key).text("cpu").number(tensor.numel()).tuple().persistent();
    pickle.number(0).tuple(shape).tuple(rowMajor(shape)).no().orderedDict();
    pickle.tuple().call();
  }

  /** The strides of a contiguous tensor. */
  private static List<Long> rowMajor(List<Long> shape) {
    Long[] strides = new Long[shape.size()];
    long stride = 1;
    for (int i = strides.length - 1; i >= 0; i--) {
      strides[i] = stride;
      stride *= Math.max(1, shape.get(i));
    }
    return List.of(strides);
  }
}
