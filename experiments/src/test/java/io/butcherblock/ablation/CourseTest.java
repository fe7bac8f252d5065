package io.butcherblock.ablation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseTest {

  /** A tenth of the steps, 100 at most; a hundred lines of log, ten validations. */
  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 1",
    "9, 0, 1, 1",
    "25, 2, 1, 3",
    "999, 99, 9, 100",
    "2000, 100, 20, 200",
    "1000000000000, 100, 2147483647, 100000000000"
  })
  void anAblationIsValidatedTenTimes(long steps, int rise, int logEvery, long validateEvery) {
    assertEquals(rise, Course.ABLATE.rise(steps));
    assertEquals(logEvery, Course.ABLATE.logEvery(steps));
    assertEquals(validateEvery, Course.ABLATE.validateEvery(steps));
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "300, 30", "600, 50"})
  void aQuickstartRisesAsLongOrShorter(long steps, int rise) {
    assertEquals(rise, Course.QUICKSTART.rise(steps));
  }
}
