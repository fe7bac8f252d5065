package io.butcherblock.tensorfiles;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Whether all numbers of a tensor are finite; one that is not makes every pixel of an image so. */
public final class FiniteValues {

  private FiniteValues() {}

  /**
   * Refuses a tensor with a number that is infinite or not a number, as float32 or before.
   *
   * @param file where the tensor was read, for the message of a failure
   * @param key the tensor's name there
   * @param tensor of floating-point numbers; stays the caller's
   * @throws ButcherblockException if there is such a number
   */
  public static void check(Path file, String key, Tensor tensor) {
    try (PointerScope scope = new PointerScope()) {
      Tensor single = tensor.to(ScalarType.Float);
      long finite = torch.isfinite(single).sum().item_long();
      if (finite < tensor.numel()) {
        throw new ButcherblockException(
            "%s holds numbers that are infinite or not a number (NaN): %s of the %s of %s; the training that wrote it diverged, or the file is damaged: take other weights."
                .formatted(file, tensor.numel() - finite, tensor.numel(), PlainText.shortOf(key)));
      }
    }
  }
}
