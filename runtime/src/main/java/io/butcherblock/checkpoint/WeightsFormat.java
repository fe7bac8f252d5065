package io.butcherblock.checkpoint;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.RegularFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** The formats of weights on disk, told by their first bytes; a file's name says nothing. */
enum WeightsFormat {
  /** The length of a header in 8 bytes, then the header's brace. */
  SAFETENSORS,
  /** Python's pickle, which begins with the operation PROTO. */
  TORCH_STREAM,
  /** A zip file, by the first local header's "PK". */
  TORCH_ZIP;

  /**
   * The format of a file.
   *
   * @throws ButcherblockException if it is none of them or cannot be read
   */
  static WeightsFormat of(Path file) {
    byte[] first = firstBytes(file);
    if (first.length > Long.BYTES && first[Long.BYTES] == '{') {
      return SAFETENSORS;
    }
    if (first.length > 1 && first[0] == (byte) 0x80 && first[1] >= 2 && first[1] <= 5) {
      return TORCH_STREAM;
    }
    if (first.length > 3 && first[0] == 'P' && first[1] == 'K' && first[2] == 3 && first[3] == 4) {
      return TORCH_ZIP;
    }
    throw new ButcherblockException(
        file
            + " is no file of weights: it is neither a safetensors file nor one of Python's"
            + " torch.save; copy or download it again.");
  }

  private static byte[] firstBytes(Path file) {
    try (InputStream in = RegularFile.stream(file)) {
      return in.readNBytes(Long.BYTES + 1);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }
}
