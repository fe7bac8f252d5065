package io.butcherblock.tensorfiles;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.files.FileFailure;
import io.butcherblock.files.FolderSearch;
import io.butcherblock.files.RegularFile;
import io.butcherblock.names.NameList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The formats of weights on disk, told by their first bytes; a file's name says nothing. */
public enum WeightsFormat {
  /** The length of a header in 8 bytes, then the header's brace. */
  SAFETENSORS,
  /** Python's pickle, which begins with the operation PROTO. */
  TORCH_STREAM,
  /** A zip file, by the first local header's "PK". */
  TORCH_ZIP;

  private static final String NAMES_OF_WEIGHTS = "*.{safetensors,pt,pth}";
  private static final int NAMED = 5;

  /**
   * The format of a file.
   *
   * @throws ButcherblockException if it is none of them or cannot be read
   */
  public static WeightsFormat of(Path file) {
    refuseFolder(file);
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

  /**
   * Reads all tensors of a file of this format into the computer's main memory.
   *
   * @param file untrusted: it is checked before memory is allocated
   * @param isWanted tells by a tensor's name whether it is looked for: of the dicts that a
   *     checkpoint of PyTorch nests, the one that has such a tensor is read
   * @return the tensors, which the caller closes
   * @throws ButcherblockException if the file is missing, truncated, or not valid
   */
  public TensorFile read(Path file, Predicate<String> isWanted) {
    return this == SAFETENSORS ? Safetensors.read(file) : TorchFile.read(file, this, isWanted);
  }

  /** Names what was meant: a run's folder holds its weights. */
  private static void refuseFolder(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    // Those of an ablation lie deeper.
    List<String> weights =
        FolderSearch.files(folder, NAMES_OF_WEIGHTS).stream().map(PlainText::of).toList();
    throw new ButcherblockException(
        weights.isEmpty()
            ? folder + " is a folder, and holds no weights; name a file of weights."
            : "%s is a folder; name a file of weights in it: %s."
                .formatted(folder, NameList.of(weights, NAMED)));
  }

  private static byte[] firstBytes(Path file) {
    try (InputStream in = RegularFile.stream(file)) {
      return in.readNBytes(Long.BYTES + 1);
    } catch (IOException e) {
      throw FileFailure.cannot("read", file, e);
    }
  }
}
