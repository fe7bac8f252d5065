package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.files.Outputs;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.tensorfiles.Safetensors;
import io.butcherblock.tensorfiles.TensorFile;
import io.butcherblock.tensorfiles.WeightsFormat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;
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
   * @throws ButcherblockException if the file cannot be read, belongs to another network or to one
   *     that was declared otherwise, {@link WeightsInfo#check}, or holds a number that is not
   *     finite
   */
  public static SuperResolutionNetwork open(Path file, NetworkSpec spec, int scale, Device device) {
    ClaimedSize.check(file, spec, scale);
    try (CloseOnFailure made = new CloseOnFailure()) {
      SuperResolutionNetwork network = made.add(new SuperResolutionNetwork(spec, scale, 0, device));
      load(file, network);
      made.keep();
      return network;
    }
  }

  /**
   * Copies the weights of a file into a network. Keys of the official implementation and of BasicSR
   * are translated; the mean shift is compared with this library's and left out. The network is
   * changed only if all keys and shapes agree.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}
   * @param network stays the caller's
   * @throws ButcherblockException if the file cannot be read, belongs to another network or to one
   *     that was declared otherwise, {@link WeightsInfo#check}, or holds a number that is not
   *     finite; the message names the keys that differ
   */
  public static void load(Path file, SuperResolutionNetwork network) {
    NetworkSpec spec = network.spec();
    load(file, network.parameters(), spec.name(), saved -> saved.check(spec, file));
  }

  /**
   * Copies the weights of a file into parameters, as {@link #load(Path, SuperResolutionNetwork)}
   * does. Keys, shapes and numbers are checked; what the file says of its network is not compared,
   * since parameters do not tell of which they are.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}
   * @param target the network's parameters; they stay the caller's
   * @param network the network's name, for the message of a failure
   * @throws ButcherblockException if the file cannot be read, belongs to another network, or holds
   *     a number that is not finite; the message names the keys that differ
   */
  public static void load(Path file, Parameters target, String network) {
    load(file, target, network, saved -> {});
  }

  private static void load(
      Path file, Parameters target, String network, Consumer<WeightsInfo> comparison) {
    try (TensorFile tensors = read(file)) {
      NetworkTensors from = NetworkTensors.of(file, tensors);
      Map<String, Tensor> to = target.byName();
      from.compare(to).check(file, network, savedFor(tensors.metadata()));
      comparison.accept(WeightsInfo.of(tensors.metadata()));
      from.checkFinite(to.keySet());
      from.copyTo(to);
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
   *     {@code from} holds no network or a number that is not finite
   */
  public static void export(Path from, ExportFormat format, Path to) {
    Outputs.check(to, List.of(from));
    try (TensorFile tensors = read(from)) {
      NetworkTensors network = NetworkTensors.of(from, tensors);
      Map<String, Tensor> byOurKeys = network.byOurKey();
      if (!byOurKeys.containsKey("head.0.weight")) {
        throw new ButcherblockException(
            from + " holds no network: it lacks head.0.weight; name a file of weights.");
      }
      network.checkFinite(byOurKeys.keySet());
      try (OfficialState official = OfficialState.of(byOurKeys)) {
        format.write(to, official.tensors(), tensors.metadata());
      }
    }
  }

  static TensorFile read(Path file) {
    return WeightsFormat.of(file).read(file, KeyLayout::isFirst);
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
   * @param network stays the caller's
   * @return whether the upsampler's weights were copied too
   * @throws ButcherblockException if the file cannot be read, belongs to another network or to one
   *     that was declared otherwise, {@link WeightsInfo#check}, or holds a number that is not
   *     finite; the message names the keys that differ
   */
  public static Taken start(Path file, SuperResolutionNetwork network) {
    NetworkSpec spec = network.spec();
    return start(
        file,
        network.parameters(),
        spec.name() + " x" + network.scale(),
        saved -> saved.check(spec, file));
  }

  static Taken start(Path file, Parameters target, String network) {
    return start(file, target, network, saved -> {});
  }

  private static Taken start(
      Path file, Parameters target, String network, Consumer<WeightsInfo> comparison) {
    try (TensorFile tensors = read(file)) {
      comparison.accept(WeightsInfo.of(tensors.metadata()));
      NetworkTensors from = NetworkTensors.of(file, tensors);
      Map<String, Tensor> to = new LinkedHashMap<>(target.byName());
      Taken taken =
          UpsamplerKeys.shapes(from.byOurKey()).equals(UpsamplerKeys.shapes(to))
              ? Taken.ALL
              : Taken.ALL_BUT_UPSAMPLER;
      if (taken == Taken.ALL_BUT_UPSAMPLER) {
        from.removeUpsampler();
        to.keySet().removeIf(UpsamplerKeys::isOne);
      }
      from.compare(to).check(file, network, savedFor(tensors.metadata()));
      from.checkFinite(to.keySet());
      from.copyTo(to);
      return taken;
    }
  }

  private static String savedFor(Map<String, String> metadata) {
    String network = metadata.get("network");
    if (network == null) {
      return "";
    }
    String scale =
        metadata.containsKey("scale") ? " x" + PlainText.shortOf(metadata.get("scale")) : "";
    return " (the file says " + PlainText.shortOf(network) + scale + ")";
  }
}
