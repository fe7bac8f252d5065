package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a vector field that is a sum, G(y) = f(y) + g(y): the right-hand side of an ODE whose
 * summands an {@link AdditiveRungeKutta} scheme evaluates apart, such as attention and feed-forward
 * layers of a transformer, or convection and diffusion. With a scheme of another kind, an
 * evaluation is that of the sum.
 *
 * <pre>{@code
 * @SplitVectorField(f = Convection.class, g = Diffusion.class)
 * public interface ConvectionDiffusion {}
 * }</pre>
 *
 * <p>The annotated interface stays empty; for {@code ConvectionDiffusion} the compiler generates
 * {@code ConvectionDiffusionVectorField}. In a network f and g have weights of their own, under the
 * keys {@code f.} and {@code g.} of their block.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SplitVectorField {

  /**
   * The first summand: a type annotated with {@link VectorField} or {@link SplitVectorField}, or a
   * public class that extends {@code io.butcherblock.nn.GraphVectorField} and has a public
   * constructor without parameters.
   */
  Class<?> f();

  /** The second summand, as {@link #f}. */
  Class<?> g();

  /**
   * The name by which the vector field is found in the catalogue, in lower case. By default the
   * simple name of the annotated type in kebab case: {@code ConvectionDiffusion} is {@code
   * convection-diffusion}.
   */
  String name() default "";
}
