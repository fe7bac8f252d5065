import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;

@VectorField(Layer.CONV_3X3)
interface ErroneousDuplicateName {

  @VectorField(value = Layer.CONV_3X3, name = "erroneous-duplicate-name")
  interface Second {}
}
