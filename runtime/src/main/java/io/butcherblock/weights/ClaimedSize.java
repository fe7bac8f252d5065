package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.files.FileFailure;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a network can be that of a file, told before memory is taken for its parameters. */
final class ClaimedSize {

  /** Parameters for which there is memory, 64 MiB, whatever the file holds. */
  private static final long FEW = 1L << 24;

  private static final int FEW_BLOCKS = 1000;

  /** At least what a file says of a tensor besides its elements. */
  private static final int BYTES_OF_TENSOR = 64;

  private ClaimedSize() {}

  /**
   * Refuses a network that is much larger than the file. One that is only another than the file's
   * is told by the keys and shapes that differ.
   *
   * @throws ButcherblockException if it is too large, or the file cannot be read
   */
  static void check(Path file, NetworkSpec spec, int scale) {
    if (!fits(spec, scale, bytes(file))) {
      throw ButcherblockException.of(
          "%s is far too short for the weights of %s x%s with %s blocks and %s channels: it is"
              + " damaged, or of another network or size; check the network's name, %s and %s.",
          file,
          spec.name(),
          scale,
          spec.blocks(),
          spec.channels(),
          Setting.BLOCKS,
          Setting.CHANNELS);
    }
  }

  private static boolean fits(NetworkSpec spec, int scale, long bytes) {
    long most = Math.max(FEW, bytes);
    // A convolution of the trunk alone; the graph of more could not even be written down.
    return 9.0 * spec.channels() * spec.channels() <= most
        && spec.blocks() <= mostBlocks(bytes)
        && NetworkSize.of(spec, scale).parameters() <= most;
  }

  /**
   * Refuses a number of blocks that no file of this length has, whatever numbers its keys have.
   *
   * @throws ButcherblockException if so, or the file cannot be read
   */
  static void checkBlocks(Path file, int blocks) {
    if (blocks > mostBlocks(bytes(file))) {
      throw new ButcherblockException(
          "%s is far too short for the weights of %s blocks, the number in its keys: it is damaged; take other weights."
              .formatted(file, blocks));
    }
  }

  private static long mostBlocks(long bytes) {
    return FEW_BLOCKS + bytes / BYTES_OF_TENSOR;
  }

  private static long bytes(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }
}
