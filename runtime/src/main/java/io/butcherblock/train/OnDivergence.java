package io.butcherblock.train;

/** What a training run does when it diverges. */
public enum OnDivergence {
  /** It ends with a {@link Divergence}. */
  STOP,

  /**
   * It goes back to its last saved state and continues with half the learning rate, {@value
   * #MOST_HALVINGS} times at most; then it ends. It needs a folder to save its states in.
   */
  RETRY;

  /** How often the learning rate is halved at most. */
  public static final int MOST_HALVINGS = 5;
}
