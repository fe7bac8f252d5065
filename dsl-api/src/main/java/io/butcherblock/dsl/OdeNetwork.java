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
 * @OdeNetwork(name = "oisr-rk3", scheme = Kutta3.class, vectorField = GV2.class, blocks = 22, channels = 256)
 * public interface OisrRk3 {}
 * }</pre>
 *
 * <p>The network is that of EDSR (mean shift, head, body, upsampler, tail) with {@link #blocks}
 * blocks of the scheme as its body. It is found by its name wherever it is on the class path. The
 * annotated interface stays empty; for {@code OisrRk3} the compiler generates {@code
 * OisrRk3Network}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OdeNetwork {

  /**
   * The name by which the network is found in the catalogue: lower-case letters and digits, and
   * single {@code -}, {@code .} or {@code _} between them.
   */
  String name();

  /**
   * The scheme of all blocks: a type annotated with {@link ButcherTableau}, {@link
   * LinearMultistep}, {@link PartitionedRungeKutta}, {@link AdditiveRungeKutta} or {@link
   * SplittingMethod}.
   */
  Class<?> scheme();

  /**
   * The vector field G of all blocks: a type annotated with {@link VectorField} or {@link
   * SplitVectorField}, or a public class that extends {@code io.butcherblock.nn.GraphVectorField}
   * or {@code io.butcherblock.nn.OpaqueVectorField} and has a public constructor without
   * parameters.
   */
  Class<?> vectorField();

  /** The number of blocks, at least 1. */
  int blocks();

  /** The number C of feature maps (channels) in the body, at least 1. */
  int channels();

  /**
   * The step size h, a positive exact number such as {@code "0.1"} or {@code "1/10"}; it, or its
   * square for a scheme for y'' = f(y), is within the range of {@code float}. EDSR's residual
   * scaling factor is the step size of Euler's method.
   */
  String stepSize() default "1";

  /**
   * Whether the coefficients of the scheme are trained, constants, or computed from trained free
   * parameters, which the scheme must have for {@link Coefficients#FAMILY}.
   */
  Coefficients coefficients() default Coefficients.TRAINABLE;

  /** Which evaluations of the vector field share their weights: those of a block, of all blocks. */
  WeightSharing sharing() default WeightSharing.PER_STAGE;

  /** Where the network was published, as a short text for listings; may be empty. */
  String source() default "";
}
