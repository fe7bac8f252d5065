package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a super-resolution network: a scheme, a vector field G, and a size.
 *
 * <pre>{@code
 * @OdeNetwork(name = "oisr-rk3", scheme = Kutta3.class, vector field = GV2.class, blocks = 22, channels = 256)
 * public interface OisrRk3 {}
 * }</pre>
 *
 * <p>The network is EDSR's shell (mean shift, head, blocks, upsampler, tail) around {@link #blocks}
 * steps of the scheme. It is found by its name in every program that has it on its class path.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OdeNetwork {

  /** The name by which programs find the network. */
  String name();

  /** The scheme: a type annotated with {@link ButcherTableau} or {@link LinearMultistep}. */
  Class<?> scheme();

  /**
   * The right-hand side: a type annotated with {@link VectorField}, or a class that implements
   * {@code io.butcherblock.nn.VectorFieldFactory}.
   */
  Class<?> vectorField();

  /** The number of blocks, at least 1. */
  int blocks();

  /** The number of feature maps C, at least 1. */
  int channels();

  /**
   * The step size h as an exact number; EDSR's residual scale is the step size of Euler's scheme.
   */
  String stepSize() default "1";

  /** Whether the scheme's coefficients are trained. */
  Coefficients coefficients() default Coefficients.TRAINABLE;

  /** Whether the stages of a block share one G. */
  WeightSharing sharing() default WeightSharing.PER_STAGE;

  /** Where the network was published, for listings. */
  String source() default "";
}
