package io.butcherblock.ablation;

import io.butcherblock.names.Counted;
import io.butcherblock.results.EvaluationTable;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the figures say, and what they do not, in words. */
record Conclusion(Ranking ranking) {

  /** Two or three sentences. */
  String text() {
    String best = ranking.best().candidate().title();
    String first =
        "%s is best on average, with a mean PSNR of %s dB. "
            .formatted(best, EvaluationTable.psnr(ranking.best().score().mean(), 3));
    if (ranking.scores().size() == 1) {
      return "%s alone was trained to its end, with a mean PSNR of %s dB: there is nothing to compare it with."
          .formatted(best, EvaluationTable.psnr(ranking.best().score().mean(), 3));
    }
    if (!ranking.isFinite()) {
      return first
          + "An image of the test sets came out as its original is, so that nothing can be said"
          + " about noise; leave images of a single color out.";
    }
    int seeds = ranking.seeds();
    if (seeds < PairedTest.FEWEST_PAIRS) {
      return first
          + "With %s nothing can be said about whether this is more than noise; it takes %s seeds or more."
              .formatted(Counted.of(seeds, "seed"), PairedTest.FEWEST_PAIRS);
    }
    List<Difference> all = ranking.differences();
    List<Difference> real = all.stream().filter(Difference::isReal).toList();
    List<Difference> noise = all.stream().filter(each -> !each.isReal()).toList();
    String by =
        "at 5 %% by paired t-tests over %s seeds with Holm's correction for %s"
            .formatted(seeds, Counted.of(all.size(), "comparison"));
    if (real.isEmpty()) {
      return first
          + "No lead over another is distinguishable from noise "
          + by
          + "; least likely to be noise is that over "
          + named(noise.stream().sorted(Conclusion::byP).limit(1).toList())
          + ".";
    }
    String second = "Distinguishable from noise " + by + " is its lead over " + named(real) + ". ";
    return first
        + second
        + (noise.isEmpty()
            ? "None of its leads may be noise."
            : "Not distinguishable is that over " + named(noise) + ".");
  }

  private static int byP(Difference a, Difference b) {
    // Of several comparisons Holm's correction makes 1 of many.
    return Double.compare(a.test().p(), b.test().p());
  }

  private static String named(List<Difference> differences) {
    return differences.stream()
        .map(
            each ->
                String.format(
                    Locale.ROOT,
                    "%s (%+.3f dB, %s)",
                    each.other().title(),
                    each.test().difference().mean(),
                    equation(each.adjusted())))
        .collect(Collectors.joining(", "));
  }

  private static String equation(double p) {
    return p < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", p);
  }
}
