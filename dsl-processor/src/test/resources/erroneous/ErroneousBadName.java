import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;

@OdeNetwork(
    name = "My Network",
    scheme = ErroneousBadName.Euler.class,
    derivative = ErroneousBadName.G.class,
    blocks = 1,
    channels = 8)
interface ErroneousBadName {

  @ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
  interface Euler {}

  @Derivative(Layer.CONV_3X3)
  interface G {}
}
