package io.butcherblock.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.butcherblock.error.UserError;
import io.butcherblock.files.WholeFile;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.Tensors;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.ExtraFilesMap;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;

/** Writes a network as a TorchScript module, whose parameters have the keys that they have here. */
final class TorchScriptWriter {

  /** The file in the archive that holds the metadata. */
  static final String METADATA = "butcherblock.json";

  private TorchScriptWriter() {}

  /**
   * Writes a module.
   *
   * @throws UserError if the file can not be written
   */
  static void write(Path file, ExportedNetwork network) {
    try (PointerScope scope = new PointerScope()) {
      JitModule module = module(network);
      ExtraFilesMap extra = new ExtraFilesMap();
      extra.put(new BytePointer(METADATA), new BytePointer(json(network.metadata()), UTF_8));
      long atMost = mostBytes(network);
      WholeFile.writeFile(file, beside -> save(module, beside, extra, atMost));
    }
  }

  private static JitModule module(ExportedNetwork network) {
    ScriptModules modules = new ScriptModules();
    for (Map.Entry<String, Tensor> entry : network.parameters().entrySet()) {
      // Detached: who runs the network for images alone need not switch gradients off.
      modules.add(entry.getKey(), entry.getValue().detach().cpu().contiguous(), false);
    }
    for (Node node : network.graph().nodes()) {
      if (node instanceof Node.AddColour add) {
        modules.add(TorchScriptSource.colour(add), column(add), true);
      }
    }
    JitModule root = modules.root();
    root.define(TorchScriptSource.of(network.graph()));
    return root;
  }

  private static Tensor column(Node.AddColour node) {
    float[] values = Floats.array(node.colour());
    return Tensors.of(values, 1, values.length, 1, 1);
  }

  private static void save(JitModule module, Path file, ExtraFilesMap extra, long atMost)
      throws IOException {
    reserve(file, atMost);
    try {
      module.save(new BytePointer(file.toString(), UTF_8), extra);
    } catch (RuntimeException e) {
      throw new IOException(e.getMessage().lines().findFirst().orElse(""), e);
    }
  }

  /**
   * Makes sure that there is space: where the library can not go on writing, it does not throw but
   * ends the process.
   */
  private static void reserve(Path file, long bytes) throws IOException {
    byte[] chunk = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      for (long left = bytes; left > 0; left -= chunk.length) {
        out.write(chunk);
      }
    }
  }

  /** More than a module takes: its tensors, and the code of its nodes with its line numbers. */
  private static long mostBytes(ExportedNetwork network) {
    int nodes = network.graph().nodes().size();
    return network.bytes() + (1 << 20) + nodes * (4L << 10);
  }

  private static String json(Map<String, String> metadata) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Text can always be written.", e);
    }
  }
}
