package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import io.butcherblock.pickle.PickleInput;
import io.butcherblock.pickle.PickleReader;
import io.butcherblock.pickle.PickleTypes;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The format of torch.save up to PyTorch 1.5: five pickles, which are a magic number, the version,
 * a description of the machine, the object, and the keys of its storages; then each storage, the
 * number of its elements in 8 bytes before them.
 */
final class TorchStream {

  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final Long VERSION = 1001L;

  private final FileChannel channel;
  private final PickleInput in;

  private TorchStream(FileChannel channel, long size) {
    this.channel = channel;
    this.in = new PickleInput(new BufferedInputStream(new ChannelSlice(channel, 0, size)));
  }

  static TorchContent read(FileChannel channel, Predicate<String> isWanted)
      throws IOException, BadPickle {
    return new TorchStream(channel, channel.size()).read(isWanted);
  }

  private TorchContent read(Predicate<String> isWanted) throws IOException, BadPickle {
    checkHead();
    TorchTypes types = new TorchTypes();
    Object root = PickleReader.read(in, types);
    Object keys = PickleReader.read(in, new TorchTypes());
    if (!(keys instanceof List<?> list)) {
      throw new BadPickle("it has no list of its storages");
    }
    Map<String, TensorRef> tensors = StateDict.in(root, isWanted);
    Map<String, StoredBytes> storages = locate(list, types.storages());
    for (TensorRef tensor : tensors.values()) {
      if (!storages.containsKey(tensor.storage().key())) {
        throw new BadPickle("it lacks storage " + BadPickle.shorten(tensor.storage().key()));
      }
    }
    return new TorchContent(tensors, storages);
  }

  private void checkHead() throws IOException, BadPickle {
    PickleTypes types = new TorchTypes();
    if (!MAGIC.equals(PickleReader.read(in, types))) {
      throw new BadPickle("it is a Python pickle, but not one written by torch.save");
    }
    if (!VERSION.equals(PickleReader.read(in, types))) {
      throw new BadPickle("it is of another version of torch.save's old format than " + VERSION);
    }
    Object machine = PickleReader.read(in, types);
    if (machine instanceof Map<?, ?> facts && Boolean.FALSE.equals(facts.get("little_endian"))) {
      throw new BadPickle("it was saved on a big-endian machine; save it on another one");
    }
  }

  private Map<String, StoredBytes> locate(List<?> keys, Map<String, StorageRef> known)
      throws IOException, BadPickle {
    Map<String, StoredBytes> places = new HashMap<>();
    Set<Object> seen = new HashSet<>();
    long at = in.position();
    for (Object key : keys) {
      StorageRef storage = key instanceof String name ? known.get(name) : null;
      if (storage == null || !seen.add(key)) {
        throw new BadPickle("its list of storages does not belong to its tensors");
      }
      checkLength(storage, at);
      at += Long.BYTES;
      places.put(storage.key(), StoredBytes.plain(at, storage.bytes()));
      at += storage.bytes();
    }
    return places;
  }

  private void checkLength(StorageRef storage, long at) throws IOException, BadPickle {
    long left = channel.size() - at - Long.BYTES;
    if (left < storage.bytes()) {
      throw new BadPickle(
          "it ends before or within storage "
              + BadPickle.shorten(storage.key())
              + " of "
              + storage.bytes()
              + " bytes and is probably cut off; copy or download it again");
    }
    long elements = LittleEndian.at(channel, at, Long.BYTES).getLong();
    if (elements != storage.elements()) {
      throw new BadPickle(
          "storage "
              + BadPickle.shorten(storage.key())
              + " has "
              + elements
              + " elements where its tensors say "
              + storage.elements());
    }
  }
}
