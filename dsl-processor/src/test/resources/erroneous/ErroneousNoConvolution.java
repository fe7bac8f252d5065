import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

@Derivative({Layer.PRELU, Layer.RELU})
interface ErroneousNoConvolution {}
