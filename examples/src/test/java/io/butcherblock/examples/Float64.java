package io.butcherblock.examples;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.OdeScheme;
import io.butcherblock.nn.ParameterScope;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.VectorFieldFactory;
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
      VectorFieldFactory vectorField,
      Coefficients coefficients,
      double stepSize) {
    return block(scheme, parameters, vectorField, coefficients, stepSize, 1);
  }

  static OdeBlock block(
      OdeScheme scheme,
      Parameters parameters,
      VectorFieldFactory vectorField,
      Coefficients coefficients,
      double stepSize,
      int channels) {
    BlockParts parts =
        new BlockParts(
            parameters.scope(""), vectorField, WeightSharing.PER_STAGE, channels, stepSize);
    return block(scheme, 0, parts, coefficients);
  }

  /** The block of a network with a number, from 0. */
  static OdeBlock block(
      OdeScheme scheme,
      int number,
      ParameterScope parameters,
      VectorFieldFactory vectorField,
      Coefficients coefficients,
      double stepSize) {
    return block(
        scheme,
        number,
        new BlockParts(parameters, vectorField, WeightSharing.PER_STAGE, 1, stepSize),
        coefficients);
  }

  private static OdeBlock block(
      OdeScheme scheme, int number, BlockParts parts, Coefficients coefficients) {
    torch.set_default_dtype(torch.scalarTypeToTypeMeta(ScalarType.Double));
    try {
      return scheme.newBlock(number, parts, coefficients);
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
