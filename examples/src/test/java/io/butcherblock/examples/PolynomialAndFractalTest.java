package io.butcherblock.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.schemes.EulerScheme;
import io.butcherblock.examples.vectorfields.GFractal;
import io.butcherblock.examples.vectorfields.GPoly2;
import io.butcherblock.examples.vectorfields.GV2VectorField;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import io.butcherblock.nn.RightHandSide;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

/** A step of Euler's method with these vector fields is the block of PolyNet, or of FractalNet. */
class PolynomialAndFractalTest {

  private static final int CHANNELS = 4;
  private static final long[] ONE = {1, 1};

  private static Tensor step(VectorFieldFactory field, Parameters parameters, Tensor y) {
    OdeBlock block =
        new EulerScheme()
            .newBlock(
                new BlockParts(
                    parameters.scope(""),
                    field,
                    WeightSharing.PER_STAGE,
                    CHANNELS,
                    /* stepSize= */ 1),
                Coefficients.FROZEN);
    return block.forward(y);
  }

  @Test
  void poly2() {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters();
        Parameters others = new Parameters()) {
      Tensor y = torch.randn(2, CHANNELS, 6, 5);
      Tensor made = step(new GPoly2(), parameters, y);
      RightHandSide f =
          new GV2VectorField().create(others.scope(""), new StageContext(CHANNELS, 1, 1));
      assertEquals(others.byName().keySet(), parameters.byName().keySet());
      try (NoGradGuard constants = new NoGradGuard()) {
        others.byName().forEach((key, value) -> value.copy_(parameters.byName().get(key)));
      }
      Tensor once = f.apply(y);
      assertTrue(y.add(once).add(f.apply(once)).allclose(made, 1e-5, 1e-5, false));
    }
  }

  /**
   * The expanded block of the paper's Figure 1 with three columns: two blocks of two columns one
   * behind the other, the last join of which takes a layer of y, too.
   */
  @Test
  void fractal() {
    try (PointerScope scope = new PointerScope();
        Parameters parameters = new Parameters()) {
      Tensor y = torch.randn(2, CHANNELS, 6, 5);
      Tensor made = step(new GFractal(), parameters, y);
      assertEquals(2 * 7, parameters.byName().size());
      Tensor first =
          mean(List.of(layer(parameters, 2, layer(parameters, 1, y)), layer(parameters, 3, y)));
      Tensor deep = layer(parameters, 5, layer(parameters, 4, first));
      Tensor middle = layer(parameters, 6, first);
      Tensor shallow = layer(parameters, 7, y);
      assertTrue(mean(List.of(deep, middle, shallow)).allclose(made, 1e-5, 1e-5, false));
    }
  }

  private static Tensor layer(Parameters parameters, int number, Tensor y) {
    String conv = "fractal1.conv" + number;
    Tensor weight = parameters.byName().get(conv + ".weight");
    TensorOptional bias = new TensorOptional(parameters.byName().get(conv + ".bias"));
    return torch.relu(torch.conv2d(y, weight, bias, ONE, ONE, ONE, 1));
  }

  private static Tensor mean(List<Tensor> tensors) {
    return tensors.stream()
        .reduce(Tensor::add)
        .orElseThrow()
        .div(new Scalar((double) tensors.size()));
  }
}
