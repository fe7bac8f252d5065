package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a splitting method for y' = f(y) + g(y): steps with f alone and with g alone, one after
 * the other (Hairer, Lubich, Wanner, <i>Geometric Numerical Integration</i>, section II.5).
 *
 * <pre>{@code
 * @SplittingMethod(order = 2, substep = Heun.class, value = """
 *     1/2 g
 *      1  f
 *     1/2 g
 *     """)
 * public interface StrangHeun {}
 * }</pre>
 *
 * <p>Each line is a step, first to last: its size as a multiple of h, and the vector field. A step
 * is not the exact flow, as it is in the textbook's theorems, but one of the method {@link
 * #substep}; the order is proved of what results. That is an additive Runge-Kutta scheme, whose two
 * tableaus the compiler computes and {@code inspect} shows; all else is as for {@link
 * AdditiveRungeKutta}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SplittingMethod {

  /**
   * The steps, a line each: an exact number, written as in {@link ButcherTableau}, and {@code f} or
   * {@code g}. No number is 1.
   */
  String value();

  /**
   * The order that the scheme claims, at least 1: the largest one such that the order conditions of
   * all trees with nodes of f and of g hold. A claim that is too high is an error, one that is too
   * low a warning.
   */
  int order();

  /**
   * The method of which each line is one step: a type annotated with {@link ButcherTableau},
   * explicit or iterated, without free parameters. By default it is Euler's method.
   */
  Class<?> substep() default void.class;

  /**
   * By how much order conditions may be missed, for a method whose coefficients are known in
   * decimals only, as in {@link AdditiveRungeKutta#tolerance}.
   */
  String tolerance() default "";

  /**
   * The name by which the scheme is found in the catalogue, in lower case. By default the simple
   * name of the annotated type in kebab case: {@code StrangHeun} is {@code strang-heun}.
   */
  String name() default "";
}
