import io.butcherblock.dsl.Derivative;
import io.butcherblock.dsl.Layer;

@Derivative(Layer.CONV_3X3)
interface ErroneousNotWritten {}

class ErroneousNotWrittenDerivative {}
