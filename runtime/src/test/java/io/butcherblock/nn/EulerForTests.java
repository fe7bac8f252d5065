package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.ProgramWriter;
import io.butcherblock.program.Term;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * Euler's scheme by hand, for tests of the runtime, which has no compiler on its processor path.
 */
public class EulerForTests implements OdeScheme {

  /** A small network: Euler, Conv - PReLU. */
  public static NetworkSpec network(int blocks, int channels) {
    return new NetworkSpec(
        "euler-for-tests",
        new EulerForTests(),
        new LayeredVectorField("conv-prelu", Layer.CONV_3X3, Layer.PRELU) {},
        blocks,
        channels,
        0.5,
        Coefficients.TRAINABLE,
        WeightSharing.PER_STAGE,
        "");
  }

  @Override
  public SchemeFacts facts() {
    return facts("euler-for-tests");
  }

  /** Euler's facts under another name. */
  public static SchemeFacts facts(String name) {
    return SchemeFacts.builder(name)
        .declaredBy(EulerForTests.class.getName())
        .family(new SchemeFamily.RungeKutta(1))
        .order(1)
        .text("0 |\n--+--\n  | 1")
        .proof("order 1: sum b_i = 1")
        .stability(
            new SchemeStability("R(z) = z + 1", List.of(List.of(-1.0, 1.0), List.of(-1.0)), 2, 0))
        .build();
  }

  @Override
  public String definition(Coefficients coefficients) {
    return "0 | ; | 1";
  }

  @Override
  public BlockProgram program(Coefficients coefficients) {
    return new ProgramWriter()
        .evaluate("k1", 1, "y0")
        .combine("y1", Term.of("y0"), Term.of("k1"))
        .release("k1")
        .returning("y1", List.of());
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
