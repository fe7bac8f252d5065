package io.butcherblock.weights;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.names.NameList;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.pytorch.Tensor;

/** What the keys of a weights file tell of the blocks of its network. */
final class BlockKeys {

  private static final String HEAD = "head.0.weight";

  private static final int MOST_NAMED = 4;

  private static final Pattern IN_BODY = Pattern.compile("body\\.(\\d{1,6})\\.(.+)");

  /** A number of a block itself and of no layer in it, whose keys have a point more. */
  private static final Pattern COEFFICIENT = Pattern.compile("body\\.\\d{1,6}\\.([^.]+)");

  /** The convolution behind the blocks has keys of the same form. */
  private static final Set<String> OF_CONVOLUTION = Set.of("weight", "bias");

  private final Path file;
  private final Map<String, Tensor> byKey;

  /**
   * Looks at the keys.
   *
   * @param byKey the tensors by our keys; they stay the caller's
   * @param sharing of the network: where blocks share all their weights, later ones have no keys
   * @throws ButcherblockException if they are those of no network
   */
  BlockKeys(Path file, Map<String, Tensor> byKey, WeightSharing sharing) {
    this.file = file;
    this.byKey = byKey;
    boolean hasHead = byKey.containsKey(HEAD) && byKey.get(HEAD).dim() == 4 && channels() > 0;
    Set<Integer> numbers = numbers();
    boolean everyBlockHasKeys =
        sharing == WeightSharing.PER_STAGE || sharing == WeightSharing.SHARED;
    if (!hasHead || numbers.size() < 2 || (everyBlockHasKeys && blocks() != numbers.size() - 1)) {
      throw new ButcherblockException(
          file
              + " holds no network: it lacks head.0.weight or some of the blocks body.0, body.1,"
              + " ...; name a file of weights.");
    }
  }

  /** The key of a coefficient of a block, counted from 0. */
  static String key(int block, String name) {
    return "body." + block + "." + name;
  }

  /** The number of blocks; the convolution behind them is numbered as one more. */
  int blocks() {
    return numbers().stream().mapToInt(number -> number).max().orElse(0);
  }

  private Set<Integer> numbers() {
    Set<Integer> numbers = new TreeSet<>();
    for (String key : byKey.keySet()) {
      Matcher inBody = IN_BODY.matcher(key);
      if (inBody.matches()) {
        numbers.add(Integer.parseInt(inBody.group(1)));
      }
    }
    return numbers;
  }

  /** The number of feature maps. */
  int channels() {
    return Math.toIntExact(byKey.get(HEAD).size(0));
  }

  /** The coefficients of all blocks, by our keys. */
  Map<String, Tensor> coefficients() {
    Map<String, Tensor> found = new LinkedHashMap<>();
    byKey.forEach(
        (key, tensor) -> {
          Matcher coefficient = COEFFICIENT.matcher(key);
          if (coefficient.matches() && !OF_CONVOLUTION.contains(coefficient.group(1))) {
            found.put(key, tensor);
          }
        });
    return found;
  }

  /** Refuses a file whose blocks have other coefficients than those of a network. */
  void checkCoefficients(NetworkSpec spec) {
    Set<String> declared = new TreeSet<>();
    List<BlockProgram> programs = spec.programs();
    List<Integer> places = spec.blocksOfCoefficients();
    for (int i = 0; i < programs.size(); i++) {
      for (Coefficient coefficient : programs.get(i).coefficients()) {
        declared.add(key(places.get(i), coefficient.name()));
      }
    }
    Map<String, Tensor> found = coefficients();
    found.forEach(
        (key, tensor) -> {
          if (tensor.numel() != 1) {
            throw new ButcherblockException(
                "%s has %s with %s numbers, where a coefficient is one; export the weights again."
                    .formatted(file, PlainText.shortOf(key), tensor.numel()));
          }
        });
    Set<String> missing = new TreeSet<>(declared);
    missing.removeAll(found.keySet());
    Set<String> unexpected = new TreeSet<>(found.keySet());
    unexpected.removeAll(declared);
    if (!missing.isEmpty() || !unexpected.isEmpty()) {
      throw new ButcherblockException(
          "%s holds other coefficients than %s with the scheme %s, %s:%s%s; name the network that the weights belong to."
              .formatted(
                  file,
                  spec.name(),
                  spec.scheme().facts().name(),
                  spec.coefficients().name().toLowerCase(Locale.ROOT),
                  listed(" it lacks ", missing),
                  listed(missing.isEmpty() ? " it has " : ", and has besides ", unexpected)));
    }
  }

  private static String listed(String words, Set<String> keys) {
    return keys.isEmpty()
        ? ""
        : words + NameList.of(keys.stream().map(PlainText::shortOf).toList(), MOST_NAMED);
  }
}
