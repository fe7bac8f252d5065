package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConclusionTest {

  /**
   * Leads over b of 0.9, 1, 1.1 with t = 1 / (0.1 / sqrt 3), p = 1 - t / sqrt(t^2 + 2) = 0.0033,
   * twice that by Holm; over c of -1, 0, 1.3 with t = 0.1 / (sqrt 1.33 / sqrt 3), p = 0.894.
   */
  @Test
  void realLeadsAreToldFromNoise() {
    Ranking ranking =
        ranking(
            ScoresForTests.of("c", 31, 30, 28.7),
            ScoresForTests.of("a", 30, 30, 30),
            ScoresForTests.of("b", 29.1, 29, 28.9));
    assertEquals(
        "euler-for-tests a is best on average, with a mean PSNR of 30.000 dB."
            + " Distinguishable from noise at 5 % by paired t-tests over 3 seeds with Holm's"
            + " correction for 2 comparisons is its lead over euler-for-tests b (+1.000 dB, p ="
            + " 0.007). Not distinguishable is that over euler-for-tests c (+0.100 dB, p = 0.894).",
        new Conclusion(ranking).text());
    assertEquals(List.of("a", "c", "b"), vectorFields(ranking));
  }

  @Test
  void whereNothingIsRealNoOrderIsClaimed() {
    assertEquals(
        "euler-for-tests b is best on average, with a mean PSNR of 30.000 dB. No lead over another"
            + " is distinguishable from noise at 5 % by paired t-tests over 3 seeds with Holm's"
            + " correction for 1 comparison; least likely to be noise is that over"
            + " euler-for-tests a (+1.000 dB, p = 0.225).",
        new Conclusion(
                ranking(ScoresForTests.of("a", 29, 28, 30), ScoresForTests.of("b", 29, 30, 31)))
            .text());
  }

  /**
   * Over b p = 1 - t / sqrt(t^2 + 2) = 0.959 with leads of 1, -1, 0.1, over c 0.808 with 2, -2, 1;
   * Holm's correction makes 1 of both.
   */
  @Test
  void ofLeadsWhoseCorrectedPIsOneTheClearestIsNamed() {
    String text =
        new Conclusion(
                ranking(
                    ScoresForTests.of("a", 30, 30, 30),
                    ScoresForTests.of("b", 29, 31, 29.9),
                    ScoresForTests.of("c", 28, 32, 29)))
            .text();
    assertTrue(text.endsWith("noise is that over euler-for-tests c (+0.333 dB, p = 1.000)."), text);
  }

  @Test
  void twoSeedsSayNothing() {
    Ranking ranking = ranking(ScoresForTests.of("a", 30, 30), ScoresForTests.of("b", 1, 2));
    assertEquals(List.of(), ranking.differences());
    assertEquals(
        "euler-for-tests a is best on average, with a mean PSNR of 30.000 dB. With 2 seeds nothing"
            + " can be said about whether this is more than noise; it takes 3 seeds or more.",
        new Conclusion(ranking).text());
  }

  @Test
  void oneThatIsLeftIsComparedWithNothing() {
    assertEquals(
        "euler-for-tests a alone was trained to its end, with a mean PSNR of 30.000 dB: there is"
            + " nothing to compare it with.",
        new Conclusion(ranking(ScoresForTests.of("a", 30, 30, 30))).text());
  }

  /** As that of an image of one color is, which bicubic enlarges exactly, too. */
  @Test
  void ofAnInfinitePsnrNothingIsSaid() {
    double exact = Double.POSITIVE_INFINITY;
    Ranking ranking =
        ranking(ScoresForTests.of("a", 30, 31, 32), ScoresForTests.of("b", exact, exact, exact));
    assertEquals(List.of(), ranking.differences());
    assertEquals(
        "euler-for-tests b is best on average, with a mean PSNR of inf dB. An image of the test"
            + " sets came out as its original is, so that nothing can be said about noise; leave"
            + " images of a single color out.",
        new Conclusion(ranking).text());
  }

  private static Ranking ranking(CandidateScores... scores) {
    return ScoresForTests.ranking(scores);
  }

  private static List<String> vectorFields(Ranking ranking) {
    return ranking.scores().stream()
        .map(scores -> scores.candidate().spec().vectorField().name())
        .toList();
  }
}
