package io.butcherblock.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.butcherblock.benchmarks.soak.Sample.Measure;
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

    assertThat(course.early(Measure.HANDLES)).isEqualTo(28.5);
    assertThat(course.late(Measure.HANDLES)).isEqualTo(76.5);
    assertThat(course.early(Measure.RESIDENT)).isEqualTo(200);
    assertThat(course.late(Measure.RESIDENT)).isEqualTo(200);
    assertThat(course.table()).containsPattern("open file handles +29 +77 +79");
  }

  @Test
  void drawsWhatIsNotZero() {
    assertThat(course().plot("60 steps", "steps").picture()).isNotNull();
  }

  @Test
  void isTheOneSampleThatThereIs() {
    Course course = new Course(course().samples().subList(0, 1));

    assertThat(course.early(Measure.HANDLES)).isEqualTo(20);
    assertThat(course.late(Measure.HANDLES)).isEqualTo(20);
  }
}
