package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a linear multistep scheme by its recurrence: an explicit one, or an implicit one with a
 * {@link #predictor}.
 *
 * <pre>{@code
 * @LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4, start = Start.ZERO_HISTORY)
 * public interface Leapfrog {}
 * }</pre>
 *
 * <p>The right-hand side of the recurrence is a sum of terms {@code a y[n-j]} and {@code b h
 * f[n-j]}, j = 0, 1, ..., where h is the step size and f[m] = f(y[m]) the vector field at y[m]. A
 * coefficient is an exact number as in {@link ButcherTableau}; 1 may be left out. Brackets are
 * written out: not {@code h/2 (3 f[n] - f[n-1])}, but {@code 3/2 h f[n] - 1/2 h f[n-1]}.
 *
 * <p>With h^2 in the place of h it is a scheme for y'' = f(y), such as Stoermer's {@code y[n+1] = 2
 * y[n] - y[n-1] + h^2 f[n]} (the same book, section III.10: C_0 = ... = C_(p+1) = 0, roots on the
 * unit circle at most double). Its history is {@link History#CARRIED}; it is explicit and has no
 * free parameters.
 *
 * <p>A block takes {@link #steps} steps from its input y[0] and returns y[steps]. A trainable block
 * has one parameter for each coefficient other than 0 and 1 of each step.
 *
 * <p>The compiler proves consistency, order (Hairer, N&oslash;rsett, Wanner, <i>Solving Ordinary
 * Differential Equations I</i>, Theorem III.2.4) and zero-stability (root condition, Definition
 * III.3.2), and refuses a scheme that fails. The annotated interface stays empty; for {@code
 * Leapfrog} the compiler generates {@code LeapfrogScheme} and the blocks {@code
 * LeapfrogTrainableBlock} and {@code LeapfrogFrozenBlock}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LinearMultistep {

  /** The recurrence as text: {@code y[n+1] =} and a sum of terms. */
  String value();

  /**
   * Of an implicit recurrence, whose terms have f[n+1], an explicit one that predicts the y[n+1] at
   * which f[n+1] is taken; the implicit one corrects it. Empty for an explicit recurrence.
   *
   * <pre>{@code
   * value = "y[n+1] = y[n] + 1/2 h f[n+1] + 1/2 h f[n]", predictor = "y[n+1] = y[n] + h f[n]"
   * }</pre>
   *
   * <p>The order is claimed and proved of both together, PECE; the corrector is to be zero-stable.
   */
  String predictor() default "";

  /**
   * How often a predicted value is corrected, at least 1: P(EC)^m E for m corrections. The order is
   * the smaller one of that of the corrector and that of the predictor plus m, as a rule.
   */
  int corrections() default 1;

  /**
   * The order that the recurrence claims, at least 1: the largest p such that C_0 = ... = C_p = 0.
   * A claim that is too high is an error, one that is too low a warning.
   *
   * <p>It is the order of one long integration. A network is a chain of blocks, each of which
   * starts anew; where the start is less accurate, the order of the chain is lower, and the
   * compiler warns and says which it is.
   */
  int order();

  /**
   * The number of steps that one block takes from its input y[0], including the steps of the
   * starting procedure.
   */
  int steps();

  /**
   * The starting procedure: where the values come from that the first steps of a block look back
   * to.
   */
  Start start() default Start.EULER;

  /**
   * The Runge-Kutta scheme that takes the first steps: a type annotated with {@link
   * ButcherTableau}. Required with {@code start = Start.SCHEME}, and refused otherwise.
   */
  Class<?> startScheme() default void.class;

  /**
   * Whether each block starts anew from its input, or the values that the recurrence looks back to
   * pass from block to block.
   */
  History history() default History.RESTARTED;

  /**
   * Whether the vector field has the step size in it, so that its terms are written without h:
   * {@code y[n+1] = (1-k) y[n] + k y[n-1] + f[n]}, the LM-architecture (Lu et al., ICML 2018).
   * Written so, f is c h g, with the g of an ODE y' = g(y) and c = rho'(1) / sigma(1); the compiler
   * proves the order for g. It is an ODE of its own for each value of sigma(1).
   */
  boolean absorbsStepSize() default false;

  /**
   * The free parameters of a family of schemes, each with the interval of its values and the value
   * that training starts from: {@code a in [1/3, 1], start 2/3}, several separated by semicolons.
   * Coefficients may be rational functions of them, as {@code (1-a) y[n]}. The compiler proves what
   * is claimed for every value in the intervals. By default there are none.
   *
   * <p>A network with {@link Coefficients#FAMILY} trains the parameters; otherwise the family is
   * its member at the start values.
   */
  String parameters() default "";

  /**
   * The name by which the scheme is found in the catalogue, in lower case. By default the simple
   * name of the annotated type in kebab case: {@code AdamsBashforth2} is {@code adams-bashforth2}.
   */
  String name() default "";
}
