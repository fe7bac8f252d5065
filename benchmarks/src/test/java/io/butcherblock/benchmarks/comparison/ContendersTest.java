package io.butcherblock.benchmarks.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.benchmarks.limit.ConvolutionSize;
import io.butcherblock.benchmarks.limit.LimitTrial;
import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.benchmarks.process.ChildGroup;
import io.butcherblock.benchmarks.process.ChildProgram;
import io.butcherblock.benchmarks.process.ChildSettings;
import io.butcherblock.benchmarks.process.NotInstalledException;
import io.butcherblock.benchmarks.process.Work;
import io.butcherblock.benchmarks.report.Clock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that compute what they are told to. */
class ContendersTest {

  private static final ComparedWork WORK = new ComparedWork("step", "the losses", 3);
  private static final Contender OURS = computing("ours", "20");
  private static final Contender SAME = computing("the same", "20.004");
  private static final Contender WRONG = computing("wrong gradients", "NaN");

  @TempDir private Path folder;

  /** Gives one number each time; {@code halt} ends the process, as a crash does. */
  public static final class Computing implements ChildProgram {

    @Override
    public Map<String, Work> open(Arguments arguments) {
      String value = arguments.text("value");
      return Map.of(
          "step",
          () -> {
            if (value.equals("halt")) {
              Runtime.getRuntime().halt(1);
            }
            return new float[] {Float.parseFloat(value)};
          });
    }

    @Override
    public Map<String, String> versions() {
      return Map.of("a library", "1.0");
    }
  }

  @Test
  void whoCannotTakePartIsLeftOutWithTheReason() throws Exception {
    try (ChildGroup children = children()) {
      List<Contender> all =
          List.of(
              WRONG,
              SAME,
              computing("another one", "20.5"),
              computing("crashing", "halt"),
              absent());
      Contenders contenders = Contenders.start(WORK, OURS, all, children);

      assertEquals(
          List.of("the same"), contenders.others().stream().map(o -> o.task().name()).toList());
      assertEquals(0.004, contenders.others().get(0).largestDifference(), 1e-5);
      assertEquals(
          new LeftOut(
              "wrong gradients", "the losses: not finite on this processor, but NaN", false),
          contenders.leftOut().get(0));
      assertEquals(
          new LeftOut("another one", "the losses: differs from ours by 0.5, more than 0.01", false),
          contenders.leftOut().get(1));
      LeftOut crashing = contenders.leftOut().get(2);
      assertTrue(crashing.failed());
      assertTrue(
          crashing.reason().startsWith("crashing failed: its process ended; its messages are in "),
          crashing::reason);
      assertEquals(new LeftOut("absent", "not installed", false), contenders.leftOut().get(3));
    }
  }

  @Test
  void theOthersAreMeasuredAndTheTableSaysWhoIsNot() throws Exception {
    try (ChildGroup children = children()) {
      PairedRuns runs =
          new PairedRuns(
              "a step",
              1,
              Contenders.start(WORK, OURS, List.of(WRONG, SAME), children),
              LimitTrial.start(children, new ConvolutionSize(8, 1, 8, 8, false)));
      PairedFindings findings =
          new PairedFindings(1, PairedRuns.measure(List.of(runs), new Clock("steps", 0, 1)));

      String text = findings.text();
      for (String measured : List.of("ours", "the same")) {
        assertTrue(
            Pattern.compile("a step +" + measured + " +\\d+ \\(").matcher(text).find(), text);
      }
      assertTrue(
          text.contains(
              "a step: wrong gradients is left out: the losses: not finite on this processor, but"
                  + " NaN"),
          text);
      assertFalse(findings.namesFiles());
    }
  }

  @Test
  void aloneOursIsNotMeasured() throws Exception {
    try (ChildGroup children = children()) {
      IllegalStateException thrown =
          assertThrows(
              IllegalStateException.class,
              () -> Contenders.start(WORK, OURS, List.of(WRONG, absent()), children));
      assertEquals(
          "There is nobody to compare with, nothing was measured: wrong gradients: the losses: not"
              + " finite on this processor, but NaN; absent: not installed.",
          thrown.getMessage());
    }
  }

  private ChildGroup children() {
    return new ChildGroup(new ChildSettings(1, folder));
  }

  private static Contender absent() {
    return new Contender(
        "absent",
        settings -> {
          throw new NotInstalledException("not installed");
        },
        new Arguments(Map.of()),
        0.01);
  }

  private static Contender computing(String name, String value) {
    return Contender.java(name, Computing.class, new Arguments(Map.of("value", value)), 0.01);
  }
}
