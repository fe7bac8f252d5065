import io.butcherblock.dsl.History;
import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.LinearMultistep;
import io.butcherblock.dsl.OdeNetwork;
import io.butcherblock.dsl.VectorField;

/** Its square is 1e40. */
@OdeNetwork(
    name = "net",
    scheme = ErroneousStepSizeOutOfRange.Verlet.class,
    vectorField = ErroneousStepSizeOutOfRange.G.class,
    blocks = 1,
    channels = 8,
    stepSize = "100000000000000000000")
interface ErroneousStepSizeOutOfRange {

  @LinearMultistep(
      order = 2,
      value = "y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]",
      steps = 1,
      history = History.CARRIED)
  interface Verlet {}

  @VectorField(Layer.CONV_3X3)
  interface G {}
}
