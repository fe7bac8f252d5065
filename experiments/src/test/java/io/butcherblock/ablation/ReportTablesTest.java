package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.train.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTablesTest {

  private static final Images SET5 =
      new Images(
          "few",
          List.of(),
          new Validation(List.of(), List.of(), 2),
          List.of(new TestSet("Set5", List.of(), new PsnrSsim(28.4, 0.81))));

  @Test
  void theBestStandsFirstWithMeansAndDeviations() {
    Ranking ranking =
        ScoresForTests.ranking(ScoresForTests.of("g1", 28, 30), ScoresForTests.of("g2", 31, 33));
    assertEquals(
        """
           scheme           G   blocks  parameters  MACs (G)   cost  Set5 PSNR       Set5 SSIM        L1             training (s)
        -------------------------------------------------------------------------------------------------------------------------
        1  euler-for-tests  g2  3 x 16       1,234       5.0  1.25x  32.000 (1.414)  0.8000 (0.0354)  8.500 (0.707)          60.5
        2  euler-for-tests  g1  3 x 16       1,234       5.0  1.25x  29.000 (1.414)  0.7250 (0.0354)  8.500 (0.707)          60.5
        -------------------------------------------------------------------------------------------------------------------------
        -  bicubic          -   -                -         -      -  28.400          0.8100           -                         -
        """,
        new ReportTables(ranking, SET5).results().toText());
  }

  @Test
  void oneSeedHasNoDeviation() {
    Ranking ranking =
        ScoresForTests.ranking(ScoresForTests.of("g1", 28), ScoresForTests.of("g2", 31));
    String row = new ReportTables(ranking, SET5).results().toText().lines().toList().get(2);
    assertEquals(
        "1  euler-for-tests  g2  3 x 16       1,234       5.0  1.25x  31.000 (-)  0.7750 (-)  8.000"
            + " (-)          60.0",
        row);
  }

  /** Of two sets the mean is told, too; what diverged has a row without figures. */
  @Test
  void severalSetsHaveAMeanAndWhatDivergedHasNone() {
    Candidate candidate = ScoresForTests.of("g1", 30).candidate();
    RunResult run = new RunResult(1, 60, 8, List.of(new PsnrSsim(30, 0.9), new PsnrSsim(34, 0.95)));
    Ranking ranking =
        new Ranking(
            List.of(new CandidateScores(candidate, List.of(run))),
            List.of(new Diverged(ScoresForTests.of("g2", 1).candidate(), 2, 7)));
    Images two =
        new Images(
            "few",
            List.of(),
            new Validation(List.of(), List.of(), 2),
            List.of(
                new TestSet("a", List.of(), new PsnrSsim(28, 0.8)),
                new TestSet("b", List.of(), new PsnrSsim(29, 0.85))));
    assertEquals(
        """
        #|scheme|G|blocks|parameters|MACs (G)|cost|a PSNR|a SSIM|b PSNR|b SSIM|mean PSNR|L1|training (s)
        1|euler-for-tests|g1|3 x 16|1,234|5.0|1.25x|30.000 (-)|0.9000 (-)|34.000 (-)|0.9500 (-)|32.000 (-)|8.000 (-)|60.0
        -|euler-for-tests|g2|3 x 16|1,234|5.0|1.25x|diverged|-|diverged|-|-|-|-
        -|bicubic|-|-|-|-|-|28.000|0.8000|29.000|0.8500|28.500|-|-
        """,
        new ReportTables(ranking, two)
            .results()
            .toMarkdown()
            .replaceFirst("\\|  \\|", "| # |")
            .replaceAll("(?m)^\\| | \\|$", "")
            .replaceAll("(?m)^---.*\n", "")
            .replace(" | ", "|"));
  }

  @Test
  void anInfinitePsnrHasNoDeviation() {
    double exact = Double.POSITIVE_INFINITY;
    Ranking ranking =
        ScoresForTests.ranking(
            ScoresForTests.of("g1", 28, 29, 30), ScoresForTests.of("g2", exact, exact, exact));
    String row = new ReportTables(ranking, SET5).results().toText().lines().toList().get(2);
    assertTrue(row.contains("  inf (-) "), row);
    assertEquals(
        List.of(), new ReportTables(ranking, SET5).comparisons().toText().lines().skip(2).toList());
  }

  /** Each lead is 1 with a standard deviation of 0.001: t = 1000 sqrt(3), p is below 1e-6. */
  @Test
  void aSmallPIsNotZero() {
    Ranking ranking =
        ScoresForTests.ranking(
            ScoresForTests.of("g1", 28, 28, 28), ScoresForTests.of("g2", 28.999, 29, 29.001));
    String row = new ReportTables(ranking, SET5).comparisons().toText().lines().toList().get(2);
    assertTrue(row.endsWith("  1732.051  <0.001    <0.001  yes"), row);
  }

  @Test
  void theBestIsComparedWithEachOther() {
    Ranking ranking =
        ScoresForTests.ranking(
            ScoresForTests.of("g1", 28, 28, 28), ScoresForTests.of("g2", 29, 30, 31));
    assertEquals(
        """
        best                against             lead (dB)  sd (dB)      t      p  p (Holm)  more than noise
        ---------------------------------------------------------------------------------------------------
        euler-for-tests g2  euler-for-tests g1      2.000    1.000  3.464  0.074     0.074  cannot be told
        """,
        new ReportTables(ranking, SET5).comparisons().toText());
  }
}
