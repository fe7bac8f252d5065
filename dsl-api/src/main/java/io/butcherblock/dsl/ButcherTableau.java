package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a Runge-Kutta scheme by its Butcher tableau: an explicit one, or an implicit one with a
 * number of {@link #iterations}.
 *
 * <p>The text is what a textbook prints: one row {@code c_i | a_i1 ... a_i(i-1)} for each stage i,
 * a line of dashes, and the row of weights {@code | b_1 ... b_s}.
 *
 * <pre>{@code
 * @ButcherTableau(order = 3, value = """
 *       0   |
 *      1/2  | 1/2
 *       1   | -1    2
 *     ------+---------------
 *     1/6 * |  1    4    1
 *     """)
 * public interface Kutta3 {}
 * }</pre>
 *
 * <p>An entry is an exact number: an integer, a fraction, a decimal, or an expression over these
 * with {@code + - * / ( )} and {@code sqrt(...)}, written without spaces. A scheme may have several
 * square roots, up to 6 independent ones; a nested root is accepted where it is a sum of roots, as
 * {@code sqrt(3+2*sqrt(2))} is {@code 1+sqrt(2)}. Zero entries that fill a row up to the full
 * square may be written or left out.
 *
 * <p>A common factor of the weights, written {@code 1/6 *} left of the bar, is part of the meaning:
 * a trainable block has one parameter for each coefficient other than 0 and 1 and one for the
 * factor, so {@code 1/6 * | 1 4 1} has two parameters and {@code | 1/6 2/3 1/6} has three.
 *
 * <p>A second row of weights is that of an embedded method, see {@link #embeddedOrder}.
 *
 * <p>A scheme that is published in another form is written in that form, see {@link #form}; one
 * whose coefficients are known in decimals only names a {@link #tolerance}.
 *
 * <p>The compiler proves the order over all rooted trees in exact arithmetic (Hairer,
 * N&oslash;rsett, Wanner, <i>Solving Ordinary Differential Equations I</i>, Theorem II.2.13) and
 * refuses a scheme that does not have the order it claims. The annotated interface stays empty; for
 * {@code Kutta3} the compiler generates {@code Kutta3Scheme} and the blocks {@code
 * Kutta3TrainableBlock} and {@code Kutta3FrozenBlock}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface ButcherTableau {

  /** The Butcher tableau as text: rows of stages, a line of dashes, the row of weights. */
  String value();

  /**
   * The order that the scheme claims, at least 1: the largest p such that all order conditions up
   * to order p hold. A claim that is too high is an error, one that is too low a warning.
   */
  int order();

  /**
   * The order of the embedded method, the second row of weights of a pair such as that of Bogacki
   * and Shampine; 0 where there is no such row. The compiler proves it as it proves {@link #order}.
   *
   * <pre>{@code
   * @ButcherTableau(order = 2, embeddedOrder = 1, value = """
   *      0 |
   *      1 | 1
   *     ---+----------
   *        | 1/2  1/2
   *        |  1    0
   *     """)
   * public interface HeunEuler {}
   * }</pre>
   *
   * <p>A block takes the step of the first row, as its step size is fixed. Stages that count in the
   * second row alone are not evaluated. What the pair could estimate, the local error of a step, is
   * not computed.
   */
  int embeddedOrder() default 0;

  /** How the text gives the scheme, by default as a tableau. */
  TableauForm form() default TableauForm.BUTCHER;

  /**
   * By how much row sums and order conditions may be missed, for a scheme whose coefficients are
   * known in decimals only: {@code "1e-14"}. It is positive and below 1e-3. The order then is said
   * to hold to 1e-14, and never to be proved. By default all of them hold exactly.
   */
  String tolerance() default "";

  /**
   * The free parameters of a family of schemes, each with the interval of its values and the value
   * that training starts from: {@code a in [1/3, 1], start 2/3}, several separated by semicolons.
   * Coefficients may be rational functions of them, as {@code 1-1/(2*a)}. The compiler proves what
   * is claimed for every value in the intervals. By default there are none.
   *
   * <p>A network with {@link Coefficients#FAMILY} trains the parameters; otherwise the family is
   * its member at the start values.
   */
  String parameters() default "";

  /**
   * How often the stages of an implicit tableau are iterated: K_i = f(y) at first, then K_i = f(y +
   * h sum_j a_ij K_j) of the stages before. That is an explicit scheme of as many rounds of stages,
   * of which the order is claimed, proved and trained; equal stages are one. Each iteration adds
   * one order, up to that of the implicit method. 0 for an explicit tableau.
   *
   * <pre>{@code
   * @ButcherTableau(order = 2, iterations = 1, value = """
   *      1/2 | 1/2
   *      ----+-----
   *          |  1
   *     """)
   * public interface ImplicitMidpoint {}
   * }</pre>
   */
  int iterations() default 0;

  /** The number of steps that one block takes, at least 1, each with coefficients of its own. */
  int steps() default 1;

  /**
   * The name by which the scheme is found in the catalogue, in lower case. By default the simple
   * name of the annotated type in kebab case: {@code Kutta3} is {@code kutta3}.
   */
  String name() default "";
}
