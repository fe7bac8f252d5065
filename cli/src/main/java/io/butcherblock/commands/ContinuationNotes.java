package io.butcherblock.commands;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.options.OptionNames;
import io.butcherblock.train.TrainingListener;
import java.util.function.Consumer;

/**
 * Says in a sentence what a run continues without, also under {@code --quiet}.
 *
 * @param teller takes the sentence
 */
record ContinuationNotes(Consumer<String> teller) implements TrainingListener {

  @Override
  public void continuesWithout(String what, ButcherblockException failure) {
    String why = OptionNames.message(failure);
    String reason = why.endsWith(".") ? why : why + ".";
    teller.accept("The run continues without " + what + ": " + reason);
  }
}
