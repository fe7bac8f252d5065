package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a right-hand side G of the ODE by its layers, first to last (He et al., CVPR 2019, Fig.
 * 3).
 *
 * <pre>{@code
 * @VectorField({Layer.PRELU, Layer.CONV_3X3})
 * public interface GV2 {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface VectorField {

  /** The layers, at least one of them a convolution. */
  Layer[] value();

  /**
   * The name by which programs find the vector field; by default the simple name of the type in
   * kebab case: {@code GV2} is {@code gv2}.
   */
  String name() default "";
}
