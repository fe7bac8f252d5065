package io.butcherblock.tensorfiles;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RegularFile;
import io.butcherblock.pickle.BadPickle;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * State dicts of Python's torch.save, of its old format and of the zip that followed it.
 *
 * <p>A file is untrusted: what it says is read as data, nothing is executed, and its sizes are
 * checked before memory is taken for a tensor.
 */
final class TorchFile {

  private TorchFile() {}

  /**
   * Reads all tensors of a file into host memory.
   *
   * @param isWanted tells by a tensor's name which of several nested dicts is read
   * @throws ButcherblockException if the file is missing, cut off, or holds no state dict
   */
  static TensorFile read(Path file, WeightsFormat format, Predicate<String> isWanted) {
    try (FileChannel channel = RegularFile.channel(file)) {
      TorchContent content =
          format == WeightsFormat.TORCH_ZIP
              ? TorchZip.read(channel, isWanted)
              : TorchStream.read(channel, isWanted);
      return content.load(channel);
    } catch (BadPickle e) {
      throw new ButcherblockException(file + " cannot be read: " + e.getMessage() + ".", e);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }
}
