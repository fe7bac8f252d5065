package io.butcherblock.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.text.TimeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {

  private final Locale formats = Locale.getDefault(Locale.Category.FORMAT);

  /** As the program does. */
  @BeforeEach
  void formatAsTheProgramDoes() {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
  }

  @AfterEach
  void formatAsBefore() {
    Locale.setDefault(Locale.Category.FORMAT, formats);
  }

  private final StringWriter written = new StringWriter();
  private final PrintWriter err = new PrintWriter(written);
  private final AtomicLong seconds = new AtomicLong();

  @Test
  void linesComeEveryTenSecondsWithRateAndTimeLeft() {
    try (Progress progress = lines(0, 1000)) {
      for (int step = 1; step <= 50; step++) {
        seconds.incrementAndGet();
        progress.note("loss " + step);
        progress.to(2L * step);
      }
    }
    assertEquals(
        """
        train: 20/1000 steps (2 %), 2.00 steps/s, 8 min 10 s left; loss 10
        train: 40/1000 steps (4 %), 2.00 steps/s, 8 min 00 s left; loss 20
        train: 60/1000 steps (6 %), 2.00 steps/s, 7 min 50 s left; loss 30
        train: 80/1000 steps (8 %), 2.00 steps/s, 7 min 40 s left; loss 40
        train: 100/1000 steps (10 %), 2.00 steps/s, 7 min 30 s left; loss 50
        """,
        lines());
  }

  @Test
  void aFastTaskShowsTenthsAndItsEnd() {
    try (Progress progress = lines(0, 10)) {
      for (int step = 1; step <= 10; step++) {
        seconds.addAndGet(2);
        progress.to(step);
      }
    }
    assertEquals(10, lines().lines().count());
    assertTrue(lines().endsWith("train: 10/10 steps (100 %), 0.500 steps/s, 20 s\n"), lines());
  }

  /** As the PSNR of a validation behind the last step. */
  @Test
  void whatIsNotedBehindTheLastStepIsShown() {
    try (Progress progress = lines(0, 2)) {
      seconds.addAndGet(10);
      progress.note("loss 1");
      progress.to(2);
      seconds.addAndGet(10);
      progress.note("loss 1, PSNR 30.00 dB");
    }
    assertEquals(
        """
        train: 2/2 steps (100 %), 0.200 steps/s, 10 s; loss 1
        train: 2/2 steps (100 %), 0.100 steps/s, 20 s; loss 1, PSNR 30.00 dB
        """,
        lines());
  }

  @Test
  void aVeryFastTaskShowsItsEndOnly() {
    try (Progress progress = lines(0, 100_000)) {
      for (int step = 1; step <= 100_000; step++) {
        progress.to(step);
      }
    }
    assertEquals("train: 100000/100000 steps (100 %)\n", lines());
  }

  @Test
  void theRateOfAResumedTaskCountsWhatThisRunDid() {
    try (Progress progress = lines(900, 1000)) {
      seconds.addAndGet(10);
      progress.to(910);
    }
    assertEquals("train: 910/1000 steps (91 %), 1.00 steps/s, 1 min 30 s left\n", lines());
  }

  /** What is done beside, and not counted, would make it longer than was asked for. */
  @Test
  void ofATaskThatIsGivenATimeTheRestIsLeft() {
    try (Progress progress = lines("s", 0, 120)) {
      seconds.addAndGet(20);
      progress.to(10);
    }
    assertEquals("train: 10/120 s (8 %), 1 min 50 s left\n", lines());
  }

  /** As an image that stays as large as it is has no tiles. */
  @ParameterizedTest
  @ValueSource(ints = {0, 100})
  void ofATaskOfNothingOnlyItsLinesAreShown(int columns) {
    try (Progress progress = new ProgressDisplay(err, columns).start("a.png", "tiles", 0, 0)) {
      progress.note("nothing");
      progress.line("a line");
    }
    assertEquals("a line\n", lines());
  }

  @Test
  void theBarShowsTaskShareAndNote() {
    try (Progress progress = new ProgressDisplay(err, 100).start("train", "steps", 0, 200)) {
      progress.note("loss 3.5");
      progress.to(100);
      progress.line("validation: 33.1 dB");
      progress.to(200);
    }
    String text = written.toString();
    assertTrue(text.contains("\rtrain 100%") && text.contains("200/200 steps"), text);
    assertTrue(text.matches("(?s).*steps \\(\\d:\\d\\d:\\d\\d / 0:00:00 left\\).*"), text);
    assertTrue(text.contains("loss 3.5") && text.endsWith(System.lineSeparator()), text);
    assertTrue(text.contains("\rvalidation: 33.1 dB "), text);
  }

  /** Not of 900 steps, which an earlier run did. */
  @Test
  void theTimeLeftOfTheBarIsThatOfThisRunsRate() throws InterruptedException {
    try (Progress progress = new ProgressDisplay(err, 100).start("train", "steps", 900, 1000)) {
      Thread.sleep(1000);
      progress.to(910);
      Thread.sleep(1000);
    }
    String text = written.toString();
    assertTrue(text.contains("900/1000 steps (0:00:00 / ? left)"), text);
    assertTrue(text.matches("(?s).* 910/1000 steps \\(0:00:0\\d / 0:00:[01]\\d left\\).*"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 s",
    "59499, 59 s",
    "59500, 1 min 00 s",
    "3599499, 59 min 59 s",
    "7380000, 2 h 03 min"
  })
  void timesAreSaidAsPeopleDo(long millis, String text) {
    assertEquals(text, TimeText.of(Duration.ofMillis(millis)));
  }

  private Progress lines(long begun, long total) {
    return lines("steps", begun, total);
  }

  private Progress lines(String unit, long begun, long total) {
    return new ProgressLines(
        err, () -> seconds.get() * 1_000_000_000L, "train", unit, begun, total);
  }

  private String lines() {
    return written.toString().replace(System.lineSeparator(), "\n");
  }
}
