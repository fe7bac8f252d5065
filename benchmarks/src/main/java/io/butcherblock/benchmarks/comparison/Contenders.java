package io.butcherblock.benchmarks.comparison;

import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildTask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Ours and all who do the same work on this machine. Who is not installed, fails, or computes
 * something else than ours is left out, with the reason, and the others are compared.
 *
 * @param others those who are compared with ours
 */
public record Contenders(ChildTask ours, List<Admitted> others, List<LeftOut> leftOut) {

  /**
   * Who computes what ours does.
   *
   * @param largestDifference of what it computes from what ours does
   */
  record Admitted(ChildTask task, double largestDifference) {}

  /**
   * Starts all, and compares what they compute.
   *
   * @throws IllegalStateException if ours fails, or nobody computes what ours does
   */
  public static Contenders start(
      ComparedWork work, Contender ours, List<Contender> others, ChildGroup children)
      throws IOException {
    Path folder = children.settings().folder();
    ChildTask first = ours.start(work, children);
    Agreement agreement = new Agreement(work.what(), first.check(work.times(), folder));
    List<Admitted> admitted = new ArrayList<>();
    List<LeftOut> leftOut = new ArrayList<>();
    for (Contender other : others) {
      try {
        ChildTask task = other.start(work, children);
        admitted.add(new Admitted(task, difference(agreement, work, task, folder, other.limit())));
      } catch (IllegalStateException reason) {
        leftOut.add(LeftOut.because(other.name(), reason));
      }
    }
    if (admitted.isEmpty()) {
      throw new IllegalStateException(
          leftOut.stream()
              .map(one -> one.subject() + ": " + one.reason())
              .collect(
                  Collectors.joining(
                      "; ", "There is nobody to compare with, nothing was measured: ", ".")));
    }
    return new Contenders(first, admitted, leftOut);
  }

  private static double difference(
      Agreement agreement, ComparedWork work, ChildTask task, Path folder, double limit)
      throws IOException {
    try {
      return agreement.check(task.check(work.times(), folder), limit);
    } catch (IllegalStateException e) {
      // The others are measured without it.
      task.child().close();
      throw e;
    }
  }
}
