import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.SplitVectorField;
import io.butcherblock.dsl.VectorField;

@SplitVectorField(f = Reaction.class, g = Both.class)
interface ErroneousSummandOfItself {}

@SplitVectorField(f = ErroneousSummandOfItself.class, g = Reaction.class)
interface Both {}

@VectorField({Layer.CONV_3X3, Layer.RELU})
interface Reaction {}
