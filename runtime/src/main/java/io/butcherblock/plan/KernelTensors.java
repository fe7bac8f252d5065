package io.butcherblock.plan;

import io.butcherblock.device.HostTensors;
import io.butcherblock.execute.Convolutions;
import io.butcherblock.execute.FilterTensors;
import io.butcherblock.program.Factor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * The weights of a planned convolution, which it owns. Folded in double precision and rounded once.
 *
 * @param weight float32 [out, in, side, side], channels last
 * @param bias float32 [out]
 */
record KernelTensors(Tensor weight, Tensor bias) implements AutoCloseable {

  /** The weights of {@code kernel} from the network's {@code parameters}, by their keys. */
  static KernelTensors of(Kernel kernel, Map<String, Tensor> parameters) {
    Tensor trained = parameters.get(kernel.filter().key());
    try (PointerScope scope = new PointerScope();
        Tensor filter = FilterTensors.of(kernel.filter().form(), onHost(trained))) {
      Tensor weight = filter;
      Tensor bias =
          kernel
              .bias()
              .map(key -> onHost(parameters.get(key)))
              .orElseGet(() -> HostTensors.of(new double[kernel.out()], kernel.out()));
      if (!kernel.colorBefore().isEmpty()) {
        bias = bias.add(weight.sum(2, 3).matmul(vector(kernel.colorBefore())));
      }
      for (Factor factor : kernel.factors()) {
        Scalar number = new Scalar(value(factor, parameters));
        weight = weight.mul(number);
        bias = bias.mul(number);
      }
      if (!kernel.colorAfter().isEmpty()) {
        bias = bias.add(vector(kernel.colorAfter()));
      }
      return rounded(weight, bias, trained.device());
    }
  }

  /** The number that a factor is. */
  static double value(Factor factor, Map<String, Tensor> parameters) {
    if (factor instanceof Factor.Trained trained) {
      return parameters.get(trained.coefficient()).item_float();
    }
    if (factor instanceof Factor.Derived derived) {
      return derived.formula().value(key -> parameters.get(key).item_float());
    }
    return factor instanceof Factor.Frozen frozen ? frozen.value() : 1;
  }

  /** Double precision on the host, without a gradient. */
  static Tensor onHost(Tensor parameter) {
    return parameter.detach().cpu().to(torch.ScalarType.Double).contiguous();
  }

  private static Tensor vector(List<Float> values) {
    double[] numbers = values.stream().mapToDouble(Float::doubleValue).toArray();
    return HostTensors.of(numbers, numbers.length);
  }

  /** Keeps double precision weights as the library wants them; they outlive the open scope. */
  static KernelTensors rounded(Tensor weight, Tensor bias, Device device) {
    Tensor single = weight.to(device, torch.ScalarType.Float);
    Tensor dense = single.contiguous(torch.MemoryFormat.ChannelsLast);
    Tensor singleBias = bias.to(device, torch.ScalarType.Float);
    // Not before both are there.
    return new KernelTensors(dense.retainReference(), singleBias.retainReference());
  }

  /** The convolution of {@code x} [N, in, H, W] with {@code padding} pixels of zeros around it. */
  Tensor convolve(Tensor x, long padding) {
    return Convolutions.of(x, weight, Optional.of(bias), padding);
  }

  @Override
  public void close() {
    weight.close();
    bias.close();
  }
}
