import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;

@OdeNetwork(
    name = "My Network",
    scheme = ErroneousBadName.Euler.class,
    vectorField = ErroneousBadName.G.class,
    blocks = 1,
    channels = 8)
interface ErroneousBadName {

  @ButcherTableau(order = 1, value = """
      0 |
      --+---
        | 1
      """)
  interface Euler {}

  @VectorField(Layer.CONV_3X3)
  interface G {}
}
