import io.butcherblock.dsl.VectorField;
import io.butcherblock.dsl.Layer;

@VectorField(Layer.CONV_3X3)
interface ErroneousNotWritten {}

class ErroneousNotWrittenVectorField {}
