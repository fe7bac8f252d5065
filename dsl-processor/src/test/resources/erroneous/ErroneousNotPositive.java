import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;

@OdeNetwork(
    name = "net",
    scheme = ErroneousNotPositive.Euler.class,
    vectorField = ErroneousNotPositive.G.class,
    blocks = 0,
    channels = -1)
interface ErroneousNotPositive {

  @ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
  interface Euler {}

  @VectorField(Layer.CONV_3X3)
  interface G {}
}
