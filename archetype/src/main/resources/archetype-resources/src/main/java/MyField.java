package ${package};

import io.butcherblock.dsl.Layer;
import io.butcherblock.dsl.VectorField;

/** The right-hand side f of y' = f(y): each evaluation of it is an activation and a convolution. */
@VectorField({Layer.PRELU, Layer.CONV_3X3})
public interface MyField {}
