package io.butcherblock.measure;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tasks whose times are compared with those of a peer.
 *
 * @param name of the comparison
 * @param peer whose time is 1 in every ratio
 * @param subjects the others; may be empty
 */
public record TimedComparison(String name, TimedTask peer, List<TimedTask> subjects) {

  public TimedComparison {
    subjects = List.copyOf(subjects);
  }

  /** The order of the first round: the peer comes last. */
  List<TimedTask> tasks() {
    return Stream.concat(subjects.stream(), Stream.of(peer)).toList();
  }
}
