import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;

@OdeNetwork(
    name = "net",
    scheme = ErroneousNotAScheme.EulerScheme.class,
    vectorField = ErroneousNotAScheme.G.class,
    blocks = 1,
    channels = 8)
interface ErroneousNotAScheme {

  @ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
  interface Euler {}

  interface EulerScheme {}

  @VectorField(Layer.CONV_3X3)
  interface G {}
}
