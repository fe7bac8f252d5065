package io.butcherblock.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.benchmarks.soak.Sample.Measure;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {

  /** Sixty samples, of which handles grow by one each time and memory after a start not at all. */
  private static Course course() {
    return new Course(
        IntStream.range(0, 60)
            .mapToObj(i -> new Sample(i, i, i < 5 ? 100 : 200, 50, 10, 20 + i, 0))
            .toList());
  }

  @Test
  void tellsWhatGrowsFromWhatDoesNot() {
    Course course = course();

    assertEquals(28.5, course.early(Measure.HANDLES));
    assertEquals(76.5, course.late(Measure.HANDLES));
    assertEquals(200, course.early(Measure.RESIDENT));
    assertEquals(200, course.late(Measure.RESIDENT));
    String table = course.table();
    assertTrue(Pattern.compile("open file handles +29 +77 +79").matcher(table).find(), table);
  }

  @Test
  void drawsWhatIsNotZero() {
    assertNotNull(course().plot("60 steps", "steps").picture());
  }

  @Test
  void isTheOneSampleThatThereIs() {
    Course course = new Course(course().samples().subList(0, 1));

    assertEquals(20, course.early(Measure.HANDLES));
    assertEquals(20, course.late(Measure.HANDLES));
  }
}
