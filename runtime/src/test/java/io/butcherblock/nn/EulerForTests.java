package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Derivatives;
import io.butcherblock.dsl.Layer;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Euler's scheme by hand, for tests of the runtime, which has no compiler on its processor path.
 */
public final class EulerForTests implements OdeScheme {

  /** A small network: Euler, Conv - PReLU. */
  public static NetworkSpec network(int blocks, int channels) {
    return new NetworkSpec(
        "euler-for-tests",
        new EulerForTests(),
        new LayeredDerivative("conv-prelu", Layer.CONV_3X3, Layer.PRELU) {},
        blocks,
        channels,
        0.5,
        Coefficients.TRAINABLE,
        Derivatives.PER_STAGE,
        "");
  }

  @Override
  public SchemeFacts facts() {
    return new SchemeFacts(
        "euler-for-tests",
        EulerForTests.class.getName(),
        "Runge-Kutta",
        1,
        1,
        1,
        1,
        List.of(),
        "0 |\n--+--\n  | 1",
        "",
        "",
        2,
        0,
        "");
  }

  @Override
  public OdeBlock newBlock(BlockParts parts, Coefficients coefficients) {
    return new OdeBlock(parts, 1) {
      @Override
      public Tensor forward(Tensor y0) {
        try (Tensor k1 = evaluate(1, y0)) {
          return plus(y0, k1);
        }
      }
    };
  }
}
