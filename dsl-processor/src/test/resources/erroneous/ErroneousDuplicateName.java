import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

@Derivative(Layer.CONV_3X3)
interface ErroneousDuplicateName {

  @Derivative(value = Layer.CONV_3X3, name = "erroneous-duplicate-name")
  interface Second {}
}
