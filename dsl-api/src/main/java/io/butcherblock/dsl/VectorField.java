package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a vector field G, the right-hand side of the ODE y' = G(y), by its layers from first to
 * last (He et al., CVPR 2019, Fig. 3).
 *
 * <pre>{@code
 * @VectorField({Layer.PRELU, Layer.CONV_3X3})
 * public interface GV2 {}
 * }</pre>
 *
 * <p>The annotated interface stays empty; for {@code GV2} the compiler generates {@code
 * GV2VectorField}. A vector field of other operators is a class that extends {@code
 * io.butcherblock.nn.GraphVectorField} or {@code io.butcherblock.nn.OpaqueVectorField}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VectorField {

  /**
   * The layers from first to last; at least one of them is {@link Layer#CONV_3X3} or {@link
   * Layer#CONV_3X3_ANTISYMMETRIC}.
   */
  Layer[] value();

  /**
   * The name by which the vector field is found in the catalogue, in lower case. By default the
   * simple name of the annotated type in kebab case: {@code GV2} is {@code gv2}.
   */
  String name() default "";
}
