package io.butcherblock.benchmarks.training;

import io.butcherblock.benchmarks.network.NamedArrays.Shaped;
import io.butcherblock.nn.MeanShift;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * OISR-LF-s x2 written by hand over the bindings, operator for operator after the official Python
 * code, without our compiler and runtime, and channels last. Whoever calls it frees the tensors, by
 * a scope.
 */
final class PlainNetwork {

  private static final long[] ONE = {1, 1};
  private static final int FEATURE_MAP_DIMENSIONS = 4;

  private final Map<String, Tensor> parameters = new LinkedHashMap<>();
  private final int blocks;
  private final Tensor mean;

  PlainNetwork(Map<String, Shaped> weights, int blocks) {
    this.blocks = blocks;
    weights.forEach((name, array) -> parameters.put(name, parameter(array)));
    this.mean =
        Tensor.create(
            new float[] {MeanShift.mean(0), MeanShift.mean(1), MeanShift.mean(2)}, 1, 3, 1, 1);
  }

  private static Tensor parameter(Shaped array) {
    Tensor tensor = channelsLast(Tensor.create(array.values(), array.shape()));
    // Not its result: a reference into this object, which Java may free.
    tensor.set_requires_grad(true);
    return tensor;
  }

  /** What PyTorch's guide advises for convolutions on the CPU; others stay as they are. */
  static Tensor channelsLast(Tensor tensor) {
    return tensor.dim() == FEATURE_MAP_DIMENSIONS
        ? tensor.contiguous(torch.MemoryFormat.ChannelsLast)
        : tensor;
  }

  Map<String, Tensor> parameters() {
    return parameters;
  }

  /** [N, 3, H, W], RGB in 0..255, to [N, 3, 2H, 2W]. */
  Tensor forward(Tensor lr) {
    Tensor head = convolution("head.0", lr.sub(mean));
    Tensor body = head;
    for (int i = 0; i < blocks; i++) {
      body = block("body." + i, body);
    }
    body = convolution("body." + blocks, body).add(head);
    Tensor large = torch.pixel_shuffle(convolution("tail.0.0", body), 2);
    return convolution("tail.1", large).add(mean);
  }

  /** Four steps of leapfrog from a zero history. */
  private Tensor block(String name, Tensor y0) {
    Tensor y1 = scaled(name, 1, y0);
    Tensor y2 = y0.add(scaled(name, 2, y1));
    Tensor y3 = y1.add(scaled(name, 3, y2));
    return y2.add(scaled(name, 4, y3));
  }

  private Tensor scaled(String block, int stage, Tensor y) {
    Tensor active = torch.prelu(y, parameters.get(block + ".relu" + stage + ".weight"));
    Tensor k = convolution(block + ".conv" + stage, active);
    return k.mul(parameters.get(block + ".scale" + stage));
  }

  private Tensor convolution(String name, Tensor x) {
    TensorOptional bias = new TensorOptional(parameters.get(name + ".bias"));
    return torch.conv2d(x, parameters.get(name + ".weight"), bias, ONE, ONE, ONE, 1);
  }
}
