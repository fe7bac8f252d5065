import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.PartitionedRungeKutta;
import io.butcherblock.dsl.VectorField;

@OdeNetwork(
    name = "odd-channels",
    scheme = ErroneousOddChannels.SymplecticEuler.class,
    vectorField = ErroneousOddChannels.Field.class,
    blocks = 3,
    channels = 7)
interface ErroneousOddChannels {

  @PartitionedRungeKutta(order = 1, p = """
      1 | 1
      --+--
        | 1
      """, q = """
      0 |
      --+--
        | 1
      """)
  interface SymplecticEuler {}

  @VectorField({Layer.CONV_3X3})
  interface Field {}
}
