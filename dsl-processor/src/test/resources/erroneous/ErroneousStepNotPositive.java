import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;

@OdeNetwork(
    name = "net",
    scheme = ErroneousStepNotPositive.Euler.class,
    derivative = ErroneousStepNotPositive.G.class,
    blocks = 1,
    channels = 8,
    step = "1-1")
interface ErroneousStepNotPositive {

  @ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
  interface Euler {}

  @Derivative(Layer.CONV_3X3)
  interface G {}
}
