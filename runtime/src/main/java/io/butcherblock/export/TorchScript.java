package io.butcherblock.export;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.files.Json;
import io.butcherblock.files.WholeFile;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.weights.WeightsInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Writes a network as a TorchScript module for {@code torch.jit.load}. Its parameters have the same
 * keys as in this library.
 */
public final class TorchScript {

  /** The attribute that holds the metadata, as JSON. */
  static final String METADATA = "metadata";

  private TorchScript() {}

  /**
   * Writes a TorchScript file with the network's weights; the same network gives the same bytes.
   *
   * @param file written completely or not at all
   * @param network stays the caller's
   * @throws ButcherblockException if the file cannot be written, or the network's vector field is
   *     opaque tensor code
   */
  public static void write(Path file, SuperResolutionNetwork network) {
    write(file, network, WeightsInfo.of(network));
  }

  /**
   * Writes a TorchScript file with the network's weights, and notes in it for which images they
   * were trained; the same network gives the same bytes.
   *
   * @param file written completely or not at all
   * @param network stays the caller's
   * @param weights what the file that the weights are from says, {@link WeightsInfo#read}: its
   *     degradation is noted, the rest is the network's own
   * @throws ButcherblockException if the file cannot be written, or the network's vector field is
   *     opaque tensor code
   */
  public static void write(Path file, SuperResolutionNetwork network, WeightsInfo weights) {
    ExportedNetwork exported = ExportedNetwork.of(network, weights);
    WholeFile.write(file, out -> write(out, exported));
  }

  /** Writes a TorchScript module to a stream, which stays the caller's. */
  static void write(OutputStream out, ExportedNetwork network) throws IOException {
    try (PointerScope scope = new PointerScope();
        ArchiveStream stream = new ArchiveStream(out)) {
      modules(network).archive().save_to(stream);
      stream.check();
    }
  }

  private static ScriptModules modules(ExportedNetwork network) {
    ScriptModules modules = new ScriptModules();
    for (Map.Entry<String, Tensor> entry : network.parameters().entrySet()) {
      // Detached: who runs the network for images alone need not switch gradients off.
      modules.add(entry.getKey(), entry.getValue().detach().cpu().contiguous(), false);
    }
    TorchScriptSource source = TorchScriptSource.of(network.graph());
    source.buffers().forEach((name, values) -> modules.add(name, Tensors.ofChannels(values), true));
    modules.add(METADATA, Json.lines(network.metadata()).stripTrailing());
    modules.define(source.text());
    return modules;
  }
}
