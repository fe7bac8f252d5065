package io.butcherblock.results;

import io.butcherblock.degrade.Degradation;
import io.butcherblock.run.RunFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the validation PSNR of some runs can be compared, by what their folders say. */
public final class ComparedRuns {

  /** What decides which PSNR a network can have. */
  private record Conditions(String scale, Optional<String> images, String degradation) {

    static Conditions of(Path run, RunSubject subject) {
      return new Conditions(
          "x" + subject.scale(), new RunFolder(run).validationImages(), degradation(run));
    }

    private static String degradation(Path run) {
      String trained = new RunFolder(run).options().getOrDefault("degradation", "");
      return Arrays.stream(Degradation.values())
          .filter(each -> each.toString().equals(trained))
          .flatMap(each -> each.validation().stream())
          .map(jpeg -> "through " + jpeg)
          .findFirst()
          .orElse("as they are");
    }
  }

  private ComparedRuns() {}

  /**
   * The sentence that tells why the PSNR of some runs cannot be compared; empty if nothing is known
   * to differ.
   *
   * @param runs folders of runs; one that does not say what it trains is passed over
   * @throws io.butcherblock.error.ButcherblockException if what a folder says is no JSON
   */
  public static Optional<String> remark(List<Path> runs) {
    List<Conditions> all =
        runs.stream()
            .flatMap(run -> RunSubject.read(run).map(it -> Conditions.of(run, it)).stream())
            .toList();
    List<String> reasons = new ArrayList<>();
    Set<String> scales = new TreeSet<>(all.stream().map(Conditions::scale).toList());
    if (scales.size() > 1) {
      reasons.add("at different scales (" + String.join(", ", scales) + ")");
    }
    if (scales.stream().anyMatch(scale -> images(all, scale).size() > 1)) {
      reasons.add("on different images");
    }
    Set<String> degradations = new TreeSet<>(all.stream().map(Conditions::degradation).toList());
    if (degradations.size() > 1) {
      reasons.add("with LR images " + String.join(" and ", degradations));
    }
    return reasons.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "The PSNR of these runs cannot be compared: they were validated "
                + String.join(", ", reasons)
                + ".");
  }

  /** Those of a scale; at another, the same images are cropped to other sizes. */
  private static Set<String> images(List<Conditions> all, String scale) {
    Set<String> images = new HashSet<>();
    all.stream()
        .filter(each -> each.scale().equals(scale))
        .forEach(each -> each.images().ifPresent(images::add));
    return images;
  }
}
