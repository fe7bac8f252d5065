import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;

@OdeNetwork(
    name = "net",
    scheme = ErroneousStepSizeNotPositive.Euler.class,
    vectorField = ErroneousStepSizeNotPositive.G.class,
    blocks = 1,
    channels = 8,
    stepSize = "1-1")
interface ErroneousStepSizeNotPositive {

  @ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
  interface Euler {}

  @VectorField(Layer.CONV_3X3)
  interface G {}
}
