package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;

/**
 * A listener that draws what people look at while a network is trained, and without which the run
 * goes on: its first failure is told in a sentence, and it is tried again at the next save.
 */
public final class SideListener implements TrainingListener {

  private final TrainingListener listener;
  private final String what;
  private final TrainingListener teller;
  private boolean told;

  /**
   * A listener that may fail.
   *
   * @param what it writes, for the sentence
   * @param teller is told that the run continues without it
   */
  public SideListener(TrainingListener listener, String what, TrainingListener teller) {
    this.listener = listener;
    this.what = what;
    this.teller = teller;
  }

  @Override
  public void save(RunState state) {
    try {
      listener.save(state);
    } catch (ButcherblockException e) {
      tell(e);
    } catch (RuntimeException | LinkageError | InternalError e) {
      // As where a machine has no fonts to draw with.
      tell(new ButcherblockException("it cannot be drawn here: " + e + ".", e));
    }
  }

  private void tell(ButcherblockException failure) {
    if (!told) {
      told = true;
      teller.continuesWithout(what, failure);
    }
  }
}
