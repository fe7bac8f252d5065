import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;

@VectorField({Layer.CONV_3X3_TRANSPOSED, Layer.RELU, Layer.CONV_3X3})
interface ErroneousNothingToTranspose {}
