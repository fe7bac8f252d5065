package io.butcherblock.dsl;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a partitioned Runge-Kutta scheme for p' = f(q), q' = g(p) by two Butcher tableaus, one
 * for each half of the state (Hairer, Lubich, Wanner, <i>Geometric Numerical Integration</i>,
 * section II.2).
 *
 * <pre>{@code
 * @PartitionedRungeKutta(
 *     order = 2,
 *     p = """
 *         0 | 0   0
 *         1 | 1/2 1/2
 *         --+--------
 *           | 1/2 1/2
 *         """,
 *     q = """
 *         1/2 | 1/2 0
 *         1/2 | 1/2 0
 *         ----+--------
 *             | 1/2 1/2
 *         """)
 * public interface StoermerVerlet {}
 * }</pre>
 *
 * <p>k_i = f(Q_i) and l_i = g(P_i) with P_i = p + h sum_j a_ij k_j and Q_i = q + h sum_j A_ij l_j;
 * the results are p + h sum_i b_i k_i and q + h sum_i B_i l_i. Lower-case letters are the tableau
 * {@link #p}, capitals the tableau {@link #q}. A tableau alone may look implicit, as long as the
 * stages of both can be computed one after the other. Entries are written as in {@link
 * ButcherTableau}; a common factor of the weights is multiplied out. A scheme whose coefficients
 * are known in decimals only names a {@link #tolerance}.
 *
 * <p>In a network the head's feature maps are divided: p is the first half of the channels, q the
 * second; f and g each map C/2 channels. Each evaluation is one of the network's vector field with
 * C/2 channels and weights of its own.
 *
 * <p>The compiler proves the order over all bicolored trees of such a system, and decides whether
 * the scheme is symplectic where f and g are gradients (separable Hamiltonian systems), symmetric
 * (its own adjoint, so that it keeps time reversal), and invertible in closed form.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface PartitionedRungeKutta {

  /** The Butcher tableau of p as text: rows of stages, a line of dashes, the row of weights. */
  String p();

  /** The Butcher tableau of q as text, with as many stages as that of {@link #p}. */
  String q();

  /**
   * The order that the scheme claims, at least 1: the largest one such that the order conditions of
   * all bicolored trees hold. A claim that is too high is an error, one that is too low a warning.
   */
  int order();

  /**
   * By how much row sums and order conditions may be missed, for a scheme whose coefficients are
   * known in decimals only: {@code "1e-14"}. It is positive and below 1e-3. The order then is said
   * to hold to 1e-14, and never to be proved. Whether the scheme is symplectic, symmetric and
   * invertible is decided of the decimals as they stand. By default all conditions hold exactly.
   */
  String tolerance() default "";

  /**
   * Whether the equations are p' = -f(q), q' = g(p). With vector fields that are gradients, f of U
   * and g of V, they are the canonical equations of the Hamiltonian U(q) + V(p) (Hairer, Lubich,
   * Wanner, section VI.1); {@link Layer#CONV_3X3_TRANSPOSED} declares such gradients. The order and
   * all other properties are those of the scheme without it; f only has the other sign.
   */
  boolean hamiltonian() default false;

  /**
   * The name by which the scheme is found in the catalogue, in lower case. By default the simple
   * name of the annotated type in kebab case: {@code StoermerVerlet} is {@code stoermer-verlet}.
   */
  String name() default "";
}
