package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares an explicit linear multistep scheme by its recurrence.
 *
 * <pre>{@code
 * @LinearMultistep(order = 2, value = "y[n+1] = y[n-1] + 2 h f[n]", steps = 4, start = Start.ZERO_HISTORY)
 * public interface Leapfrog {}
 * }</pre>
 *
 * <p>The right-hand side is a sum of terms {@code a y[n-j]} and {@code b h f[n-j]}, j = 0, 1, ...,
 * where f[m] is the derivative at y[m]. A coefficient is an exact number as in {@link
 * ButcherTableau}; 1 may be left out. A bracket with a common factor, {@code h/2 (3 f[n] -
 * f[n-1])}, is written out: {@code 3/2 h f[n] - 1/2 h f[n-1]}.
 *
 * <p>A block takes {@link #steps} steps from its input y[0] and returns y[steps]. A trainable block
 * has one parameter for each coefficient other than 0 and 1 of each step.
 *
 * <p>The compiler proves consistency, order (Hairer, N&oslash;rsett, Wanner, <i>Solving Ordinary
 * Differential Equations I</i>, Theorem III.2.4) and zero-stability (root condition, Definition
 * III.3.2).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface LinearMultistep {

  /** The recurrence as text. */
  String value();

  /** The order that the recurrence claims, at least 1. */
  int order();

  /** The number of steps that one block takes, those of the starting procedure counted in. */
  int steps();

  /** Where the values that the first steps look back to come from. */
  Start start() default Start.EULER;

  /**
   * The Runge-Kutta scheme of {@link Start#SCHEME}: a type annotated with {@link ButcherTableau}.
   */
  Class<?> startScheme() default void.class;

  /**
   * The name by which programs find the scheme; by default the simple name of the type in kebab
   * case.
   */
  String name() default "";
}
