package io.butcherblock.weights;

import io.butcherblock.tensorfiles.Safetensors;
import io.butcherblock.tensorfiles.TensorFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** Weights in all formats, read whatever network they are of. */
public final class FuzzedWeights {

  private FuzzedWeights() {}

  /** Reads a file of any of the formats; the caller closes what it holds. */
  public static TensorFile read(Path file) {
    return Weights.read(file);
  }

  /** Writes what was read as a safetensors file. */
  public static void write(Path file, TensorFile tensors) {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    tensors.names().forEach(name -> byName.put(name, tensors.tensor(name)));
    Safetensors.write(file, byName, tensors.metadata());
  }
}
