package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an explicit additive Runge-Kutta scheme for y' = f(y) + g(y) by two Butcher tableaus
 * with the same stages, one for f and one for g (Kennedy and Carpenter, "Additive Runge-Kutta
 * schemes for convection-diffusion-reaction equations", Appl. Numer. Math. 44, 2003, section 2).
 * Splitting methods, which take steps with f and with g in turns, are such schemes, and can be
 * written by their steps, too ({@link SplittingMethod}):
 *
 * <pre>{@code
 * // y := y + h f(y), then y := y + h g(y)
 * @AdditiveRungeKutta(
 *     order = 1,
 *     f = """
 *         0 | 0 0
 *         1 | 1 0
 *         --+----
 *           | 1 0
 *         """,
 *     g = """
 *         0 | 0 0
 *         0 | 0 0
 *         --+----
 *           | 0 1
 *         """)
 * public interface LieTrotter {}
 * }</pre>
 *
 * <p>Stage i is at Y_i = y + h sum_j (a_ij f(Y_j) + A_ij g(Y_j)); the result is y + h sum_i (b_i
 * f(Y_i) + B_i g(Y_i)). Lower-case letters are the tableau {@link #f}, capitals the tableau {@link
 * #g}. Entries are written as in {@link ButcherTableau}; a common factor of the weights is
 * multiplied out. Both tableaus are explicit. What the result does not depend on is not evaluated.
 *
 * <p>In a network with a vector field declared by {@link SplitVectorField}, f and g are its
 * summands; with any other one, f and g are each that vector field, with weights of their own.
 *
 * <p>The compiler proves the order over all rooted trees whose nodes are of f or of g: the order
 * for f alone and for g alone, and that of their coupling. The region of stability is that of y' =
 * lambda y with f(y) = g(y) = lambda y / 2.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface AdditiveRungeKutta {

  /** The Butcher tableau of f as text: rows of stages, a line of dashes, the row of weights. */
  String f();

  /** The Butcher tableau of g as text, with as many stages as that of {@link #f}. */
  String g();

  /**
   * The order that the scheme claims, at least 1: the largest one such that the order conditions of
   * all trees with nodes of f and of g hold. A claim that is too high is an error, one that is too
   * low a warning.
   */
  int order();

  /**
   * By how much row sums and order conditions may be missed, for a scheme whose coefficients are
   * known in decimals only: {@code "1e-14"}. It is positive and below 1e-3. The order then is said
   * to hold to 1e-14, and never to be proved. By default all conditions hold exactly.
   */
  String tolerance() default "";

  /**
   * The name by which the scheme is found in the catalogue, in lower case. By default the simple
   * name of the annotated type in kebab case: {@code LieTrotter} is {@code lie-trotter}.
   */
  String name() default "";
}
