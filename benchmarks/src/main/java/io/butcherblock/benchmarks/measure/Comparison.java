package io.butcherblock.benchmarks.measure;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tasks that are held against a peer.
 *
 * @param name of the comparison
 * @param peer whose time is 1 in every ratio
 * @param subjects the others; may be empty
 */
public record Comparison(String name, Task peer, List<Task> subjects) {

  public Comparison {
    subjects = List.copyOf(subjects);
  }

  /** The order of the first round: the peer comes last. */
  List<Task> tasks() {
    return Stream.concat(subjects.stream(), Stream.of(peer)).toList();
  }
}
