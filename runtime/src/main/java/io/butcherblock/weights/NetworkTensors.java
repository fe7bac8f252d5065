package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.tensorfiles.ElementType;
import io.butcherblock.tensorfiles.FiniteValues;
import io.butcherblock.tensorfiles.TensorFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/** The tensors of a file that belong to a network, by our keys. They stay the file's to close. */
final class NetworkTensors {

  private static final Pattern PARAMETER =
      Pattern.compile("(head|body|tail|sub_mean|add_mean)\\..*(weight|bias|scale\\d+)");

  private final Path file;
  private final Map<String, Tensor> byOurKey = new LinkedHashMap<>();
  private final Map<String, String> keysInFile = new LinkedHashMap<>();

  private NetworkTensors(Path file) {
    this.file = file;
  }

  /**
   * Finds them. The mean shift is compared with ours and left out, as are whole numbers that stand
   * beside the weights, such as a count of steps.
   *
   * @throws ButcherblockException if the file holds several networks, one of two layouts, one of
   *     another mean shift, or weights that are whole numbers
   */
  static NetworkTensors of(Path file, TensorFile tensors) {
    NetworkTensors result = new NetworkTensors(file);
    KeyLayout layout = KeyLayout.of(file, tensors.names());
    for (String key : tensors.names()) {
      layout.ours(key).ifPresent(ours -> result.add(key, ours, tensors));
    }
    return result;
  }

  private void add(String key, String ours, TensorFile tensors) {
    ElementType type = tensors.type(key);
    if (!type.isFloating()) {
      if (PARAMETER.matcher(ours).matches()) {
        throw new ButcherblockException(
            "%s has %s as numbers of the type %s; only weights of F64, F32, F16 and BF16 can be used: convert them in Python."
                .formatted(file, PlainText.shortOf(key), type));
      }
    } else if (OfficialKeys.isMeanShift(ours)) {
      FiniteValues.check(file, key, tensors.tensor(key));
      OfficialKeys.checkMeanShift(file, key, ours, tensors.tensor(key), type.epsilon());
    } else if (byOurKey.put(ours, tensors.tensor(key)) == null) {
      keysInFile.put(ours, key);
    } else {
      throw new ButcherblockException(
          "%s holds %s twice, once as %s: it mixes two layouts; export it again."
              .formatted(file, PlainText.shortOf(ours), PlainText.shortOf(key)));
    }
  }

  Map<String, Tensor> byOurKey() {
    return byOurKey;
  }

  /** Leaves out what has to do with the scale. */
  void removeUpsampler() {
    byOurKey.keySet().removeIf(UpsamplerKeys::isOne);
  }

  /** The keys and shapes in which the file and a network differ. */
  Mismatch compare(Map<String, Tensor> network) {
    Mismatch mismatch = new Mismatch();
    network.forEach(
        (key, parameter) -> {
          if (!byOurKey.containsKey(key)) {
            mismatch.missing(key);
          } else if (!shape(byOurKey.get(key)).equals(shape(parameter))) {
            mismatch.misshapen(key, shape(byOurKey.get(key)), shape(parameter));
          }
        });
    byOurKey.forEach(
        (key, tensor) -> {
          // A single number, such as the best PSNR of a run, is no weight of a layer.
          if (!network.containsKey(key) && tensor.dim() > 0) {
            mismatch.unexpected(key);
          }
        });
    return mismatch;
  }

  /** A trained coefficient has one element, with a dimension or without. */
  private static List<Long> shape(Tensor tensor) {
    return tensor.dim() == 0 ? List.of(1L) : Arrays.stream(tensor.shape()).boxed().toList();
  }

  /**
   * Refuses tensors that hold what is no finite number.
   *
   * @param keys ours
   */
  void checkFinite(Set<String> keys) {
    keys.forEach(key -> FiniteValues.check(file, keysInFile.get(key), byOurKey.get(key)));
  }

  /** Copies the tensors of the keys of a network, which the file has in the same shapes. */
  void copyTo(Map<String, Tensor> network) {
    NoGradGuard guard = new NoGradGuard();
    try {
      network.forEach((key, parameter) -> parameter.copy_(byOurKey.get(key)));
    } finally {
      guard.close();
    }
  }
}
