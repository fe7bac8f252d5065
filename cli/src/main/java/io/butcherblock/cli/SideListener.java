package io.butcherblock.cli;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.train.RunState;
import io.butcherblock.train.TrainingListener;
import java.util.function.Consumer;

/**
 * A listener that draws what people look at while a network is trained, and without which the run
 * goes on: its first failure is told in a sentence, and it is tried again at the next save.
 */
final class SideListener implements TrainingListener {

  private final TrainingListener listener;
  private final String what;
  private final Consumer<String> teller;
  private boolean told;

  /**
   * A listener that may fail.
   *
   * @param what it writes, for the sentence
   * @param teller takes the sentence
   */
  SideListener(TrainingListener listener, String what, Consumer<String> teller) {
    this.listener = listener;
    this.what = what;
    this.teller = teller;
  }

  @Override
  public void save(RunState state) {
    try {
      listener.save(state);
    } catch (ButcherblockException e) {
      tell(OptionNames.message(e));
    } catch (RuntimeException | LinkageError | InternalError e) {
      // As where a machine has no fonts to draw with.
      tell("it cannot be drawn here: " + e);
    }
  }

  private void tell(String why) {
    if (!told) {
      told = true;
      String reason = why.endsWith(".") ? why : why + ".";
      teller.accept("The run continues without " + what + ": " + reason);
    }
  }
}
