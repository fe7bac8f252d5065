import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.SplitVectorField;
import io.butcherblock.dsl.VectorField;

@SplitVectorField(f = Diffusion.class, g = String.class)
interface ErroneousNotASummand {}

@VectorField({Layer.CONV_3X3, Layer.RELU, Layer.CONV_3X3_TRANSPOSED})
interface Diffusion {}
