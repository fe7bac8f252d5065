package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipException;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;

/**
 * What a file of torch.save holds, before any tensor is made.
 *
 * @param tensors the state dict
 * @param storages where the elements of each storage are that the state dict uses; all of them
 *     together are bounded by the file's size
 */
record TorchContent(Map<String, TensorRef> tensors, Map<String, StoredBytes> storages) {

  /** Several tensors can be views into one storage, which is then read once. */
  TensorFile load(FileChannel channel) throws IOException, BadPickle {
    TensorFile result = new TensorFile(Map.of());
    Map<String, Tensor> loaded = new HashMap<>();
    try {
      for (Map.Entry<String, TensorRef> entry : tensors.entrySet()) {
        TensorRef ref = entry.getValue();
        Tensor storage = loaded.get(ref.storage().key());
        if (storage == null) {
          storage = load(channel, ref.storage());
          loaded.put(ref.storage().key(), storage);
        }
        try (LongOptional first = new LongOptional(ref.first())) {
          Tensor view = storage.as_strided(ref.sizes(), ref.steps(), first);
          result.add(entry.getKey(), ref.storage().type(), view);
        }
      }
      return result;
    } catch (IOException | BadPickle | RuntimeException | Error e) {
      result.close();
      throw e;
    } finally {
      loaded.values().forEach(Tensor::close);
    }
  }

  private Tensor load(FileChannel channel, StorageRef storage) throws IOException, BadPickle {
    try (InputStream in = storages.get(storage.key()).open(channel)) {
      return TensorBytes.read(in, storage.type(), storage.elements());
    } catch (ZipException | EOFException e) {
      throw new BadPickle(
          "its storage "
              + BadPickle.shorten(storage.key())
              + " is damaged; copy or download it again");
    }
  }
}
