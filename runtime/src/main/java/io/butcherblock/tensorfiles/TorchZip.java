package io.butcherblock.tensorfiles;

import io.butcherblock.pickle.BadPickle;
import io.butcherblock.pickle.PickleInput;
import io.butcherblock.pickle.PickleReader;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipException;

/**
 * The format of torch.save from PyTorch 1.6 on: a zip file with a folder of any name, in it {@code
 * data.pkl} and a file {@code data/KEY} for each storage, stored as it is in memory.
 *
 * <p>Checksums are not compared, as PyTorch does not: it can be told to leave them out.
 */
final class TorchZip {

  private static final String OBJECT = "data.pkl";

  /** Weights are hardly compressible: what unpacks to more is made to fill the memory. */
  private static final int MAX_UNPACKED = 32;

  private final FileChannel channel;
  private final ZipDirectory directory;
  private final String folder;

  private TorchZip(FileChannel channel, ZipDirectory directory) throws BadPickle {
    this.channel = channel;
    this.directory = directory;
    List<String> objects =
        directory.names().stream()
            .filter(name -> name.equals(OBJECT) || name.endsWith("/" + OBJECT))
            .toList();
    if (objects.size() != 1) {
      throw new BadPickle(
          "it is a zip file with "
              + (objects.isEmpty() ? "no " : "more than one ")
              + OBJECT
              + ", so that torch.save did not write it");
    }
    folder = objects.get(0).substring(0, objects.get(0).length() - OBJECT.length());
  }

  static TorchContent read(FileChannel channel, Predicate<String> isWanted)
      throws IOException, BadPickle {
    return new TorchZip(channel, ZipDirectory.read(channel)).read(isWanted);
  }

  private TorchContent read(Predicate<String> isWanted) throws IOException, BadPickle {
    if (directory.has(folder + "constants.pkl")) {
      throw new BadPickle(
          "it is a TorchScript program; save model.state_dict() with torch.save in Python");
    }
    checkByteOrder();
    Map<String, TensorRef> tensors = StateDict.in(object(), isWanted);
    Map<String, StoredBytes> storages = new HashMap<>();
    for (TensorRef tensor : tensors.values()) {
      StorageRef storage = tensor.storage();
      if (!storages.containsKey(storage.key())) {
        storages.put(storage.key(), locate(storage));
      }
    }
    checkTotal(storages);
    return new TorchContent(tensors, storages);
  }

  private Object object() throws IOException, BadPickle {
    try (InputStream bytes = directory.locate(folder + OBJECT).open(channel);
        InputStream buffered = new BufferedInputStream(bytes)) {
      return PickleReader.read(new PickleInput(buffered), new TorchTypes());
    } catch (ZipException | EOFException e) {
      throw new BadPickle("its part " + OBJECT + " is damaged; copy or download it again");
    }
  }

  private void checkByteOrder() throws IOException, BadPickle {
    String name = folder + "byteorder";
    if (directory.has(name)) {
      try (InputStream bytes = directory.locate(name).open(channel)) {
        if (new String(bytes.readNBytes(3), StandardCharsets.US_ASCII).equals("big")) {
          throw new BadPickle("it was saved on a big-endian machine; save it on another one");
        }
      }
    }
  }

  private StoredBytes locate(StorageRef storage) throws IOException, BadPickle {
    String name = folder + "data/" + storage.key();
    StoredBytes bytes = directory.locate(name);
    if (bytes.size() != storage.bytes()) {
      throw new BadPickle(
          "its part "
              + BadPickle.shorten(name)
              + " has "
              + bytes.size()
              + " bytes where its tensors say "
              + storage.bytes());
    }
    return bytes;
  }

  /** Entries of a hostile file can overlap, so that each fits and all together do not. */
  private void checkTotal(Map<String, StoredBytes> storages) throws IOException, BadPickle {
    double stored = storages.values().stream().mapToDouble(StoredBytes::stored).sum();
    double unpacked = storages.values().stream().mapToDouble(StoredBytes::size).sum();
    double limit = channel.size();
    if (stored > limit || unpacked > MAX_UNPACKED * limit) {
      throw new BadPickle(
          String.format(
              Locale.ROOT,
              "its tensors would unpack to %.0f bytes, and the file has %s",
              unpacked,
              channel.size()));
    }
  }
}
