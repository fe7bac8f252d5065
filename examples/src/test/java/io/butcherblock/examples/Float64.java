package io.butcherblock.examples;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Derivatives;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.DerivativeFactory;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.Parameters;
import java.nio.DoubleBuffer;
import java.util.ServiceLoader;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** Blocks in double precision, so that rounding does not hide what a block computes. */
final class Float64 {

  private Float64() {}

  static OdeScheme scheme(String name) {
    return ServiceLoader.load(OdeScheme.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(scheme -> scheme.facts().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no scheme " + name));
  }

  static OdeBlock block(
      OdeScheme scheme,
      Parameters parameters,
      DerivativeFactory derivative,
      Coefficients coefficients,
      double step) {
    return block(scheme, parameters, derivative, coefficients, step, 1);
  }

  static OdeBlock block(
      OdeScheme scheme,
      Parameters parameters,
      DerivativeFactory derivative,
      Coefficients coefficients,
      double step,
      int channels) {
    torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Double));
    try {
      return scheme.newBlock(
          new BlockParts(parameters.scope(""), derivative, Derivatives.PER_STAGE, channels, step),
          coefficients);
    } finally {
      torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Float));
    }
  }

  static Tensor randn(long... shape) {
    torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Double));
    try {
      return torch.randn(shape);
    } finally {
      torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Float));
    }
  }

  static double[] read(Tensor tensor) {
    double[] values = new double[Math.toIntExact(tensor.numel())];
    try (Tensor flat = tensor.detach().contiguous()) {
      DoubleBuffer buffer = flat.createBuffer();
      buffer.get(values);
    }
    return values;
  }
}
