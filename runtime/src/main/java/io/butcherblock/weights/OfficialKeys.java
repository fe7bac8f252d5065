package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.nn.MeanShift;
import io.butcherblock.nn.Tensors;
import io.butcherblock.tensorfiles.ElementType;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;

/**
 * The state-dict keys of the official implementation where they differ from ours.
 *
 * <p>There a residual block of EDSR is a chain, {@code body.3.body.0} (convolution), {@code 1}
 * (ReLU), {@code 2} (convolution); here it is the Euler scheme's one vector field with {@code
 * body.3.conv1} and {@code body.3.conv2}. The mean shift is two convolutions there, which are not
 * trained; here it is part of the network.
 */
final class OfficialKeys {

  private static final double TOLERANCE = 1e-3;
  private static final Pattern EDSR = Pattern.compile("(body\\.\\d+\\.)body\\.([02])(\\..+)");

  private static final Pattern OURS = Pattern.compile("(body\\.\\d+\\.)conv([12])(\\..+)");

  private OfficialKeys() {}

  static String toOurs(String key) {
    Matcher edsr = EDSR.matcher(key);
    if (!edsr.matches()) {
      return key;
    }
    return edsr.group(1) + (edsr.group(2).equals("0") ? "conv1" : "conv2") + edsr.group(3);
  }

  /**
   * The other way round.
   *
   * @param all our keys of the network: a block is EDSR's if it has two convolutions and no more
   */
  static String toOfficial(String key, Set<String> all) {
    Matcher ours = OURS.matcher(key);
    if (!ours.matches() || !isEdsr(ours.group(1), all)) {
      return key;
    }
    return ours.group(1) + "body." + (ours.group(2).equals("1") ? "0" : "2") + ours.group(3);
  }

  private static boolean isEdsr(String block, Set<String> all) {
    return all.contains(block + "conv2.weight")
        && all.stream()
            .filter(key -> key.startsWith(block))
            .allMatch(key -> OURS.matcher(key).matches());
  }

  static boolean isMeanShift(String key) {
    return key.startsWith("sub_mean.") || key.startsWith("add_mean.");
  }

  /**
   * Refuses a network that was trained with another mean shift than ours.
   *
   * @param key the tensor's key in the file
   * @param ours its key without a prefix
   * @param epsilon the relative distance of neighboring numbers of its element type, by which a
   *     mean that was rounded can differ
   */
  static void checkMeanShift(Path file, String key, String ours, Tensor tensor, double epsilon) {
    if (!isOurs(ours, tensor, epsilon)) {
      throw new ButcherblockException(
          file
              + " was trained with another mean shift: "
              + PlainText.shortOf(key)
              + " is not that of DIV2K ("
              + String.join(", ", text(0), text(1), text(2))
              + "); such a network cannot be used here.");
    }
  }

  private static String text(int channel) {
    return String.format(Locale.ROOT, "%.4f", MeanShift.share(channel));
  }

  /** New tensors of the mean shift, by official key; the caller closes them. */
  static Map<String, Tensor> meanShift() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (String layer : List.of("sub_mean", "add_mean")) {
      for (String part : List.of("weight", "bias")) {
        float[] values = floats(expected(layer + "." + part));
        tensors.put(
            layer + "." + part,
            part.equals("bias") ? Tensors.of(values, 3) : Tensors.of(values, 3, 3, 1, 1));
      }
    }
    return tensors;
  }

  private static float[] floats(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private static boolean isOurs(String key, Tensor tensor, double epsilon) {
    double[] expected = expected(key);
    double[] values = values(tensor);
    boolean same = values.length == expected.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = isNear(values[i], expected[i], epsilon);
    }
    return same;
  }

  /** Also where a checkpoint was of half precision or of bfloat16 once, and is no more. */
  private static boolean isNear(double value, double expected, double epsilon) {
    return Math.abs(value - expected) <= Math.max(TOLERANCE, epsilon * Math.abs(expected))
        || value == rounded(expected, ElementType.F16)
        || value == rounded(expected, ElementType.BF16);
  }

  private static double rounded(double number, ElementType type) {
    double ulp = Math.scalb(type.epsilon(), Math.getExponent(number));
    return Math.rint(number / ulp) * ulp;
  }

  private static double[] expected(String key) {
    return switch (key) {
      case "sub_mean.weight", "add_mean.weight" -> new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1};
      case "sub_mean.bias" -> bias(-1);
      case "add_mean.bias" -> bias(1);
      default -> new double[0];
    };
  }

  /** In single precision, as there: the state dict is then the same to the bit. */
  private static double[] bias(int sign) {
    return new double[] {
      sign * MeanShift.mean(0), sign * MeanShift.mean(1), sign * MeanShift.mean(2)
    };
  }

  private static double[] values(Tensor tensor) {
    // Not more than a mean shift has, whatever the file says.
    double[] values = new double[(int) Math.min(tensor.numel(), 10)];
    try (Tensor flat = tensor.reshape(-1)) {
      for (int i = 0; i < values.length; i++) {
        try (Tensor element = flat.select(0, i)) {
          values[i] = element.item_double();
        }
      }
    }
    return values;
  }
}
