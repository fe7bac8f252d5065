import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;

@VectorField({Layer.PRELU, Layer.RELU})
interface ErroneousNoConvolution {}
