import io.butcherblock.dsl.ButcherTableau;
import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.VectorField;

@OdeNetwork(
    name = "no-free-parameters",
    scheme = ErroneousNoFreeParameters.Euler.class,
    vectorField = ErroneousNoFreeParameters.Field.class,
    blocks = 1,
    channels = 4,
    coefficients = Coefficients.FAMILY)
interface ErroneousNoFreeParameters {

  @ButcherTableau(order = 1, value = """
      0 |
      --+--
        | 1
      """)
  interface Euler {}

  @VectorField({Layer.CONV_3X3})
  interface Field {}
}
