package io.butcherblock.weights;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Coefficient;
import io.butcherblock.tensorfiles.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * The trained coefficients of a network, block by block.
 *
 * @param spec the network, of the size that the weights have
 * @param blocks of each block, first to last, the values by the names of {@link
 *     BlockProgram#coefficients}: {@code scale1}, {@code scale2}, ...; empty maps where there are
 *     none, as with frozen coefficients
 */
public record TrainedCoefficients(NetworkSpec spec, List<Map<String, Double>> blocks) {

  public TrainedCoefficients {
    blocks = blocks.stream().map(Map::copyOf).toList();
  }

  /**
   * Reads the coefficients of a weights file; the network is not built. Its number of blocks and of
   * channels are those of the file.
   *
   * @param file a safetensors file, or a state dict of {@code torch.save}, with the keys of this
   *     library or of the official implementation
   * @param declared the network that the weights belong to, of any size; {@link WeightsInfo#spec}
   *     reads it from a file
   * @throws io.butcherblock.error.ButcherblockException if the file cannot be read, holds no
   *     network, belongs to one of other coefficients or to one that was declared otherwise, {@link
   *     WeightsInfo#check}, or holds a coefficient that is no finite number
   */
  public static TrainedCoefficients read(Path file, NetworkSpec declared) {
    try (TensorFile tensors = Weights.read(file)) {
      NetworkTensors network = NetworkTensors.of(file, tensors);
      BlockKeys keys = new BlockKeys(file, network.byOurKey(), declared.sharing());
      ClaimedSize.checkBlocks(file, keys.blocks());
      NetworkSpec spec = declared.withSize(keys.blocks(), keys.channels());
      WeightsInfo.of(tensors.metadata()).check(spec, file);
      keys.checkCoefficients(spec);
      Map<String, Tensor> coefficients = keys.coefficients();
      network.checkFinite(coefficients.keySet());
      return of(spec, coefficients);
    }
  }

  /**
   * The coefficients of a network as they are now.
   *
   * @param network stays the caller's
   */
  public static TrainedCoefficients of(SuperResolutionNetwork network) {
    return of(network.spec(), network.parameters().byName());
  }

  private static TrainedCoefficients of(NetworkSpec spec, Map<String, Tensor> byKey) {
    List<Map<String, Double>> blocks = new ArrayList<>();
    List<BlockProgram> programs = spec.programs();
    List<Integer> places = spec.blocksOfCoefficients();
    for (int i = 0; i < programs.size(); i++) {
      Map<String, Double> values = new LinkedHashMap<>();
      for (Coefficient coefficient : programs.get(i).coefficients()) {
        String key = BlockKeys.key(places.get(i), coefficient.name());
        values.put(coefficient.name(), byKey.get(key).item_double());
      }
      blocks.add(values);
    }
    return new TrainedCoefficients(spec, blocks);
  }
}
