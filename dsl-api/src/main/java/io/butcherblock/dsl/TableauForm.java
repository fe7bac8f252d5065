package io.butcherblock.dsl;

/** How the text of a {@link ButcherTableau} gives the scheme. */
public enum TableauForm {

  /** As a Butcher tableau: rows of stages, a line of dashes, the row of weights. */
  BUTCHER,

  /**
   * In the 2N-storage form of Williamson, as low-storage schemes are published: a row {@code c | A
   * B} for each stage, the first A being 0, of {@code q_i = A_i q_(i-1) + h f(y_(i-1))} and {@code
   * y_i = y_(i-1) + B_i q_i}. The compiler computes the tableau. A block runs the tableau: it keeps
   * one feature map for each stage, whatever the form.
   */
  LOW_STORAGE,

  /**
   * In the form of Shu and Osher, as strong-stability-preserving schemes are published: row i is
   * {@code alpha_i0 ... alpha_i(i-1) | beta_i0 ... beta_i(i-1)}, zeros written, of {@code u_0 = y}
   * and {@code u_i = sum_k (alpha_ik u_k + beta_ik h f(u_k))}; the last u is the result. The
   * compiler computes the tableau and its abscissae. The alphas of a row sum to 1.
   */
  SHU_OSHER
}
