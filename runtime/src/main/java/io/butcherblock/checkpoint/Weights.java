package io.butcherblock.checkpoint;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Outputs;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Reads and writes the weights of a network: safetensors files, and state dicts of {@code
 * torch.save}, which are read only.
 */
public final class Weights {

  private Weights() {}

  /**
   * Writes parameters by name as a safetensors file.
   *
   * @param file written completely or not at all
   * @param parameters stay the caller's
   * @param metadata describes the network, as text by name: {@code network}, {@code scale}, {@code
   *     blocks}, {@code channels} and so on
   * @throws ButcherblockException if the file cannot be written
   */
  public static void save(Path file, Parameters parameters, Map<String, String> metadata) {
    Safetensors.write(file, parameters.byName(), metadata);
  }

  /**
   * Reads the metadata of a weights file, without its tensors. Needs no native library.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}
   * @return text by name, as it was given to {@link #save}; empty for a state dict
   * @throws ButcherblockException if the file cannot be read
   */
  public static Map<String, String> metadata(Path file) {
    return WeightsFormat.of(file) == WeightsFormat.SAFETENSORS
        ? Safetensors.metadata(file)
        : Map.of();
  }

  /**
   * Writes the weights of a network as a safetensors file, with the network's description, {@link
   * WeightsInfo}, as metadata.
   *
   * @param file written completely or not at all
   * @param network stays the caller's
   * @throws ButcherblockException if the file cannot be written
   */
  public static void save(Path file, SuperResolutionNetwork network) {
    save(file, network.parameters(), WeightsInfo.of(network).toMap());
  }

  /**
   * Builds a network with the weights of a file.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}, with the keys of this
   *     library or of the official implementation
   * @param spec the network that the weights belong to; {@link WeightsInfo#spec} reads it from a
   *     file
   * @param scale the enlargement: 2, 3 or 4
   * @param device where the network is built; stays the caller's
   * @return the network, which the caller closes
   * @throws ButcherblockException if the file cannot be read or belongs to another network
   */
  public static SuperResolutionNetwork open(Path file, NetworkSpec spec, int scale, Device device) {
    ClaimedSize.check(file, spec, scale);
    SuperResolutionNetwork network = new SuperResolutionNetwork(spec, scale, 0, device);
    try {
      load(file, network.parameters(), spec.name());
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /**
   * Copies the weights of a file into a network. Keys of the official implementation are
   * translated; its mean shift is compared with this library's and left out. The network is changed
   * only if all keys and shapes agree.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}
   * @param target the network's parameters; they stay the caller's
   * @param network the network's name, for the message of a failure
   * @throws ButcherblockException if the file cannot be read or belongs to another network; the
   *     message names the keys that differ
   */
  public static void load(Path file, Parameters target, String network) {
    try (TensorFile tensors = read(file)) {
      OfficialKeys.checkMeanShift(file, tensors);
      Map<String, Tensor> byOurKeys = byOurKeys(file, tensors);
      compare(byOurKeys, target.byName()).check(file, network, savedFor(tensors.metadata()));
      copy(byOurKeys, target.byName());
    }
  }

  /**
   * Writes the weights of a file for Python, with the keys of the official implementation and its
   * mean shift.
   *
   * @param from a safetensors file, or a state dict of {@code torch.save}
   * @param format the format of the new file
   * @param to written completely or not at all; not {@code from}
   * @throws ButcherblockException if a file cannot be read or written, both are the same file, or
   *     {@code from} holds no network
   */
  public static void export(Path from, ExportFormat format, Path to) {
    Outputs.check(to, List.of(from));
    try (TensorFile tensors = read(from)) {
      OfficialKeys.checkMeanShift(from, tensors);
      Map<String, Tensor> byOurKeys = byOurKeys(from, tensors);
      if (!byOurKeys.containsKey("head.0.weight")) {
        throw new ButcherblockException(
            from + " holds no network: it lacks head.0.weight; name a file of weights.");
      }
      try (OfficialState official = OfficialState.of(byOurKeys)) {
        format.write(to, official.tensors(), tensors.metadata());
      }
    }
  }

  private static TensorFile read(Path file) {
    WeightsFormat format = WeightsFormat.of(file);
    return format == WeightsFormat.SAFETENSORS
        ? Safetensors.read(file)
        : TorchFile.read(file, format);
  }

  /** How much of a weights file {@link #start} copied. */
  public enum Taken {
    /** All weights. */
    ALL,
    /** All weights but the upsampler's: the file is of another scale. */
    ALL_BUT_UPSAMPLER
  }

  /**
   * Copies the weights of a file into a network that is then to be trained. If the file is of
   * another scale, the upsampler keeps the weights that it has; all other keys and shapes must
   * agree. Nothing is changed if they do not.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}
   * @param target the network's parameters; they stay the caller's
   * @param network the network's name, for the message of a failure
   * @return whether the upsampler's weights were copied too
   * @throws ButcherblockException if the file cannot be read or belongs to another network; the
   *     message names the keys that differ
   */
  public static Taken start(Path file, Parameters target, String network) {
    try (TensorFile tensors = read(file)) {
      OfficialKeys.checkMeanShift(file, tensors);
      Map<String, Tensor> from = byOurKeys(file, tensors);
      Map<String, Tensor> to = new LinkedHashMap<>(target.byName());
      Taken taken =
          UpsamplerKeys.shapes(from).equals(UpsamplerKeys.shapes(to))
              ? Taken.ALL
              : Taken.ALL_BUT_UPSAMPLER;
      if (taken == Taken.ALL_BUT_UPSAMPLER) {
        from.keySet().removeIf(UpsamplerKeys::isOne);
        to.keySet().removeIf(UpsamplerKeys::isOne);
      }
      compare(from, to).check(file, network, savedFor(tensors.metadata()));
      copy(from, to);
      return taken;
    }
  }

  private static Map<String, Tensor> byOurKeys(Path file, TensorFile tensors) {
    Map<String, Tensor> result = new LinkedHashMap<>();
    for (String key : tensors.names()) {
      if (!OfficialKeys.isMeanShift(key)
          && result.put(OfficialKeys.toOurs(key), tensors.tensor(key)) != null) {
        throw new ButcherblockException(
            file
                + " holds "
                + OfficialKeys.toOurs(key)
                + " twice, once as "
                + key
                + ": it mixes two layouts; export it again.");
      }
    }
    return result;
  }

  private static Mismatch compare(Map<String, Tensor> file, Map<String, Tensor> network) {
    Mismatch mismatch = new Mismatch();
    network.forEach(
        (key, parameter) -> {
          if (!file.containsKey(key)) {
            mismatch.missing(key);
          } else if (!shape(file.get(key)).equals(shape(parameter))) {
            mismatch.misshapen(key, shape(file.get(key)), shape(parameter));
          }
        });
    file.keySet().stream().filter(key -> !network.containsKey(key)).forEach(mismatch::unexpected);
    return mismatch;
  }

  private static void copy(Map<String, Tensor> from, Map<String, Tensor> to) {
    NoGradGuard guard = new NoGradGuard();
    try {
      to.forEach((key, parameter) -> parameter.copy_(from.get(key)));
    } finally {
      guard.close();
    }
  }

  private static List<Long> shape(Tensor tensor) {
    return Arrays.stream(tensor.shape()).boxed().toList();
  }

  private static String savedFor(Map<String, String> metadata) {
    String network = metadata.get("network");
    if (network == null) {
      return "";
    }
    String scale = metadata.containsKey("scale") ? " x" + metadata.get("scale") : "";
    return " (the file says " + network + scale + ")";
  }
}
