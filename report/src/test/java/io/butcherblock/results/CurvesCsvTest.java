package io.butcherblock.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CurvesCsvTest {

  @Test
  void aLineIsAValidationWithAllDigits() {
    Locale before = Locale.getDefault();
    try {
      // Where a comma is the decimal sign, it would be one column more.
      Locale.setDefault(Locale.GERMANY);
      String expected =
          """
          run,step,seconds,validation_psnr
          plain,100,3,30.12345678901234
          plain,20000,6.5,31
          "say ""hi"", then
          go",100,3,30.12345678901234
          "say ""hi"", then
          go",20000,6.5,31
          "leapfrog, 4 x 32",100,3,30.12345678901234
          "leapfrog, 4 x 32",20000,6.5,31
          """;
      assertEquals(
          expected,
          CurvesCsv.text(
              List.of(run("plain"), run("say \"hi\", then\ngo"), run("leapfrog, 4 x 32"))));
    } finally {
      Locale.setDefault(before);
    }
  }

  private static LearningCurves run(String name) {
    return new LearningCurves(
        name,
        new double[0],
        new double[0],
        new double[] {100, 20_000},
        new double[] {3, 6.5},
        new double[] {30.12345678901234, 31});
  }
}
