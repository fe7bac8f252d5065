package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Layer;
import io.butcherblock.examples.vectorfields.GAntisymmetricVectorField;
import io.butcherblock.examples.vectorfields.GDiffusionVectorField;
import io.butcherblock.examples.vectorfields.GGradientVectorField;
import io.butcherblock.nn.LayeredVectorField;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Vector fields with K^T and K - K^T: what they compute, beside LibTorch's own transposed
 * convolution, and that their Jacobians have the symmetry for which they are declared.
 */
class TiedFiltersTest {

  private static final int CHANNELS = 3;
  private static final long[] ONE = {1, 1};

  static Stream<LayeredVectorField> fields() {
    return Stream.of(
        new GGradientVectorField(), new GDiffusionVectorField(), new GAntisymmetricVectorField());
  }

  @Test
  void gradientIsThatOfTheTransposedConvolution() {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      Tensor y = torch.randn(2, CHANNELS, 5, 7);
      Tensor made = field(new GGradientVectorField(), parameters).apply(y);
      Tensor expected = transposed(parameters, torch.relu(convolved(parameters, y)));
      assertTrue(expected.allclose(made), "K^T relu(K y + b)");
      assertEquals(List.of("conv1.weight", "conv1.bias"), keys(parameters));
    }
  }

  @Test
  void diffusionIsItsOpposite() {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      Tensor y = torch.randn(2, CHANNELS, 5, 7);
      Tensor made = field(new GDiffusionVectorField(), parameters).apply(y);
      Tensor expected = transposed(parameters, torch.relu(convolved(parameters, y))).neg();
      assertTrue(expected.allclose(made), "-K^T relu(K y + b)");
    }
  }

  @Test
  void antisymmetricIsTheDifferenceOfBothConvolutions() {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      Tensor y = torch.randn(2, CHANNELS, 5, 7);
      Tensor made = field(new GAntisymmetricVectorField(), parameters).apply(y);
      Tensor expected = torch.relu(convolved(parameters, y).sub(transposed(parameters, y)));
      assertTrue(expected.allclose(made, 1e-4, 1e-5, false), "relu((K - K^T) y + b)");
      assertEquals(List.of("conv1.weight", "conv1.bias"), keys(parameters));
    }
  }

  private static RightHandSide field(LayeredVectorField field, Parameters parameters) {
    return field.create(parameters.scope(""), new StageContext(CHANNELS, 1, 1));
  }

  private static List<String> keys(Parameters parameters) {
    return List.copyOf(parameters.byName().keySet());
  }

  private static Tensor convolved(Parameters parameters, Tensor y) {
    TensorOptional bias = new TensorOptional(parameters.byName().get("conv1.bias"));
    return torch.conv2d(y, parameters.byName().get("conv1.weight"), bias, ONE, ONE, ONE, 1);
  }

  private static Tensor transposed(Parameters parameters, Tensor y) {
    Tensor weight = parameters.byName().get("conv1.weight");
    return torch.conv_transpose2d(
        y, weight, new TensorOptional(), ONE, ONE, new long[] {0, 0}, 1, ONE);
  }

  /**
   * u^T J v is v^T J u of a gradient, and u^T J u is 0 of the antisymmetric convolution without its
   * rectifier, behind which J is D (K - K^T) with D of zeros and ones.
   */
  @Test
  void jacobiansAreSymmetricAndAntisymmetric() {
    assertEquals(1, symmetry(new GGradientVectorField()), 1e-9);
    assertEquals(1, symmetry(new GDiffusionVectorField()), 1e-9);
    assertEquals(-1, symmetry(new Layers(Layer.CONV_3X3_ANTISYMMETRIC)), 1e-9);
    assertTrue(Math.abs(symmetry(new Layers(Layer.CONV_3X3)) - 1) > 1e-3, "the control");
  }

  /** v^T J u over u^T J v, for any u and v. */
  private static double symmetry(LayeredVectorField field) {
    torch.manual_seed(4);
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      OdeBlock block =
          Float64.block(
              Float64.scheme("euler"), parameters, field, Coefficients.FROZEN, 1, CHANNELS);
      Tensor y = Float64.randn(1, CHANNELS, 4, 5);
      Tensor u = Float64.randn(1, CHANNELS, 4, 5);
      Tensor v = Float64.randn(1, CHANNELS, 4, 5);
      return product(block, y, u, v) / product(block, y, v, u);
    }
  }

  /** v^T J u, of a step of Euler's method less its y. */
  private static double product(OdeBlock block, Tensor y, Tensor u, Tensor v) {
    Tensor at = y.detach();
    at.set_requires_grad(true);
    Tensor sum = block.forward(at).sub(at).mul(v).sum();
    Tensor byY = torch.grad(new TensorVector(sum), new TensorVector(at)).get(0);
    return byY.mul(u).sum().item_double();
  }

  @ParameterizedTest
  @MethodSource("fields")
  void gradientsAreThoseOfDifferences(LayeredVectorField field) {
    torch.manual_seed(3);
    try (Parameters parameters = new Parameters();
        Tensor y0 = Float64.randn(2, CHANNELS, 3, 3);
        Tensor weights = Float64.randn(2, CHANNELS, 3, 3)) {
      OdeBlock block =
          Float64.block(
              Float64.scheme("heun"), parameters, field, Coefficients.TRAINABLE, 1, CHANNELS);
      Gradients.assertThoseOfDifferences(block, parameters, y0, weights);
    }
  }

  /** K is counted once; it is multiplied with twice. */
  @Test
  void costsAndReach() {
    assertCost(new GGradientVectorField(), 2, 3 * 3 * 9 + 3, 2 * 3 * 3 * 9);
    assertCost(new GAntisymmetricVectorField(), 1, 3 * 3 * 9 + 3, 3 * 3 * 9);
  }

  private static void assertCost(LayeredVectorField field, int radius, long parameters, long macs) {
    var size = field.size(CHANNELS);
    assertEquals(OptionalInt.of(radius), size.radius());
    assertEquals(parameters, size.parameters());
    assertEquals(macs, size.macsPerPixel());
  }

  @Test
  void whatIsTransposedComesBefore() {
    var refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Layers(Layer.CONV_3X3_TRANSPOSED, Layer.CONV_3X3));
    assertEquals(
        "The vector field layers transposes a convolution that does not precede it.",
        refused.getMessage());
  }

  private static final class Layers extends LayeredVectorField {

    Layers(Layer... layers) {
      super("layers", layers);
    }
  }
}
