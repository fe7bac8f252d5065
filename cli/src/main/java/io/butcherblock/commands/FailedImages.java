package io.butcherblock.commands;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Images that could not be worked on, while the work continued with the others. */
final class FailedImages {

  private final int processes;
  private final int all;
  private final List<String> names = new ArrayList<>();
  private String first = "";

  /**
   * Makes an empty list of failed images.
   *
   * @param processes how many work on them
   * @param all how many images there are, failed or not
   */
  FailedImages(int processes, int all) {
    this.processes = processes;
    this.all = all;
  }

  /**
   * Notes one.
   *
   * @param rank the process that had it
   * @param why a sentence
   * @param console where to tell of it now, for the end may be hours away
   */
  void add(int rank, String name, String why, Consumer<String> console) {
    String sentence = processes > 1 ? "Rank %s of %s: %s".formatted(rank, processes, why) : why;
    if (names.isEmpty()) {
      first = sentence;
    }
    names.add(PlainText.of(name));
    if (all > 1) {
      console.accept(sentence);
    }
  }

  /**
   * Ends the run if there are any.
   *
   * @param verb what could not be done to them: {@code enlarged}
   */
  void end(String verb) {
    if (names.isEmpty()) {
      return;
    }
    if (all == 1) {
      throw new ButcherblockException(first);
    }
    throw new ButcherblockException(
        names.size() == 1
            ? "1 of %s images could not be %s: %s".formatted(all, verb, first)
            : "%s of %s images could not be %s, for reasons told above: %s."
                .formatted(names.size(), all, verb, String.join(", ", names)));
  }
}
