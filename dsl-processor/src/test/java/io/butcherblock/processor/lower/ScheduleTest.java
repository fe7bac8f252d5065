package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.lower.Statement.Evaluation;
import io.butcherblock.processor.lower.Statement.Sum;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Liveness;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ScheduleTest {

  /** The weight of k1 is added before k2 is evaluated, and nothing keeps k1 then. */
  @Test
  void resultGrowsWhereTermsNeedNotBeKept() {
    BlockProgram program =
        Lowering.block(
                Catalogue.tableau(
                    "Kutta4",
                    4,
                    "0 |",
                    "1/2 | 1/2",
                    "1/2 | 0 1/2",
                    "1 | 0 0 1",
                    "--",
                    "1/6 * | 1 2 2 1"),
                false)
            .program();
    assertEquals(
        """
        k1 = h f1(y0)
        y1 = y0 + 1/6 k1
        stage2 = y0 + 1/2 k1
        release k1
        k2 = h f2(stage2)
        release stage2
        y1 += 1/3 k2
        stage3 = y0 + 1/2 k2
        release k2
        k3 = h f3(stage3)
        release stage3
        y1 += 1/3 k3
        stage4 = y0 + k3
        release k3
        k4 = h f4(stage4)
        release stage4
        y1 += 1/6 k4
        release k4
        return y1
        """,
        program.toString());
    assertEquals(4, program.peak());
    assertEquals(7, program.passes());
  }

  /** No choice of where sums begin has a lower peak: all choices are tried. */
  @RepeatedTest(60)
  void peakIsMinimalForTheOrderOfEvaluations(RepetitionInfo repetition) {
    List<Statement> lines = randomBlock(new Random(repetition.getCurrentRepetition()));
    Value output = lines.get(lines.size() - 1).target();
    Schedule schedule = new Schedule(lines, List.of(Value.INPUT), List.of(output));
    int[] begins = new int[lines.size()];
    Arrays.setAll(begins, i -> i);
    int least = leastPeak(schedule, begins, 0, lines.size());
    List<Instruction> chosen = schedule.instructions();
    assertEquals(least, Liveness.peak(chosen, 1), chosen::toString);
    int passes = lines.stream().mapToInt(l -> l instanceof Sum sum ? sum.passes() : 0).sum();
    assertEquals(passes, new BlockProgram(chosen, List.of(), output).passes());
  }

  private static int leastPeak(Schedule schedule, int[] begins, int line, int size) {
    if (line == size) {
      return Liveness.peak(schedule.instructions(begins), 1);
    }
    int least = leastPeak(schedule, begins, line + 1, size);
    for (int begin : schedule.possibleBegins(line)) {
      begins[line] = begin;
      least = Math.min(least, leastPeak(schedule, begins, line + 1, size));
    }
    begins[line] = line;
    return least;
  }

  /** A tableau of 2 to 5 stages whose entries are 0 or not by chance; every stage counts. */
  private static List<Statement> randomBlock(Random random) {
    int stages = 2 + random.nextInt(4);
    List<Statement> lines = new ArrayList<>();
    List<Value> k = new ArrayList<>();
    for (int i = 0; i <= stages; i++) {
      Value argument = Value.INPUT;
      if (i > 0) {
        argument = new Value(i == stages ? "y1" : "stage" + (i + 1));
        List<WeightedValue> terms = new ArrayList<>(List.of(WeightedValue.unit(Value.INPUT)));
        for (int j = i - 1; j >= 0; j--) {
          if (j == i - 1 || random.nextBoolean()) {
            terms.add(WeightedValue.frozen(Exact.of(2 + random.nextInt(5), 7), k.get(j)));
          }
        }
        lines.add(new Sum(argument, terms));
      }
      if (i < stages) {
        k.add(new Value("k" + (i + 1)));
        lines.add(new Evaluation(k.get(i), i + 1, argument, 1, Summand.ALL));
      }
    }
    assertTrue(lines.size() == 2 * stages);
    return lines;
  }
}
