package io.butcherblock.execute;

import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeVisitor;
import io.butcherblock.program.Value;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorArrayRef;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Makes nodes ready to run.
 *
 * @param tensors where their parameters and constants are from, and belong to
 * @param overwritten the value whose memory the result of a sum takes
 */
public record ExecutableNodes(TensorSource tensors, Optional<Value> overwritten)
    implements NodeVisitor<Executable> {

  private static final long[] ONE = {1, 1};

  @Override
  public Executable visit(Node.AddColor node) {
    Tensor color = tensors.channelConstant(node.color());
    return values -> values.get(node.input()).add(color);
  }

  @Override
  public Executable visit(Node.Convolution node) {
    Tensor trained = tensors.parameter(node.filter().key());
    Optional<Tensor> bias = node.bias().map(tensors::parameter);
    return values -> {
      try (Tensor weight = FilterTensors.of(node.filter().form(), trained)) {
        return Convolutions.of(values.get(node.input()), weight, bias, node.kernel() / 2);
      }
    };
  }

  @Override
  public Executable visit(Node.PRelu node) {
    Tensor slope = tensors.parameter(node.slope());
    return values -> torch.prelu(values.get(node.input()), slope);
  }

  @Override
  public Executable visit(Node.Relu node) {
    return values -> torch.relu(values.get(node.input()));
  }

  @Override
  public Executable visit(Node.LinearCombination node) {
    return ExecutableSum.of(node.terms(), tensors, overwritten);
  }

  @Override
  public Executable visit(Node.PixelShuffle node) {
    return values -> torch.pixel_shuffle(values.get(node.input()), node.factor());
  }

  @Override
  public Executable visit(Node.GlobalMean node) {
    return values -> torch.adaptive_avg_pool2d(values.get(node.input()), ONE);
  }

  @Override
  public Executable visit(Node.Sigmoid node) {
    return values -> torch.sigmoid(values.get(node.input()));
  }

  @Override
  public Executable visit(Node.ScaleChannels node) {
    return values -> values.get(node.input()).mul(values.get(node.share()));
  }

  @Override
  public Executable visit(Node.Product node) {
    return values -> values.get(node.input()).mul(values.get(node.gate()));
  }

  @Override
  public Executable visit(Node.ChannelSlice node) {
    // A tensor of its own: a sum may be taken in its memory, while others read all channels.
    return values -> {
      try (Tensor slice = values.get(node.input()).narrow(1, node.from(), node.count());
          MemoryFormatOptional layout = new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast)) {
        return slice.clone(layout);
      }
    };
  }

  @Override
  public Executable visit(Node.Concatenation node) {
    return values -> {
      Tensor[] parts = node.inputs().stream().map(values::get).toArray(Tensor[]::new);
      try (TensorVector list = new TensorVector(parts);
          TensorArrayRef references = new TensorArrayRef(list)) {
        return torch.cat(references, 1);
      }
    };
  }

  @Override
  public Executable visit(Node.Opaque node) {
    UnaryOperator<Tensor> evaluation = tensors.opaque(node.key());
    return values -> evaluation.apply(values.get(node.input()));
  }
}
