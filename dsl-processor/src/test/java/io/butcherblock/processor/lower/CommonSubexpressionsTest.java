package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.butcherblock.processor.model.Scheme;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommonSubexpressionsTest {

  private static final Scheme SSP33 =
      Catalogue.tableau("Ssp33", 3, "0 |", "1 | 1", "1/2 | 1/4 1/4", "--", " | 1/6 1/6 2/3");

  @Test
  void aSubSumOfTwoSumsIsComputedOnceUpToAFactor() {
    BlockProgram program = Lowering.block(SSP33, false).program();
    assertEquals(
        """
        k1 = h f1(y0)
        stage2 = y0 + k1
        k2 = h f2(stage2)
        release stage2
        shared1 = k1 + k2
        release k1
        release k2
        stage3 = y0 + 1/4 shared1
        k3 = h f3(stage3)
        release stage3
        y1 = y0 + 2/3 k3 + 1/6 shared1
        release k3
        release shared1
        return y1
        """,
        program.toString());
    assertEquals(5, program.passes());
  }

  @Test
  void trainedCoefficientsAreNotShared() {
    assertFalse(Lowering.block(SSP33, true).program().toString().contains("shared"));
  }

  /** Two stages evaluated at the same point are two evaluations of one sum. */
  @Test
  void equalSumsAreOneValue() {
    Scheme twice =
        Catalogue.tableau("Twice", 1, "0 |", "1/2 | 1/2", "1/2 | 1/2 0", "--", "1/2 * | 0 1 1");
    assertEquals(
        """
        k1 = h f1(y0)
        stage2 = y0 + 1/2 k1
        release k1
        k2 = h f2(stage2)
        k3 = h f3(stage2)
        release stage2
        y1 = y0 + 1/2 k3 + 1/2 k2
        release k3
        release k2
        return y1
        """,
        Lowering.block(twice, false).program().toString());
  }

  /** A program returns each of its outputs under a name of its own. */
  @Test
  void equalOutputsAreTwoValues() {
    List<WeightedValue> terms =
        List.of(WeightedValue.unit(new Value("k1")), WeightedValue.unit(new Value("k2")));
    List<Value> outputs = List.of(new Value("p1"), new Value("q1"));
    List<Statement> statements =
        outputs.stream().map(output -> (Statement) new Statement.Sum(output, terms)).toList();
    assertEquals(statements, CommonSubexpressions.factored(statements, outputs));
    Value inside = new Value("stage");
    assertEquals(
        List.of(new Statement.Sum(outputs.get(0), terms)),
        CommonSubexpressions.factored(
            List.of(new Statement.Sum(inside, terms), statements.get(0)), outputs));
  }

  /** The last stage is evaluated where the step ends, and that sum keeps the output's name. */
  @Test
  void aStageThatIsTheResultIsTheOutput() {
    Scheme scheme = Catalogue.tableau("Same", 1, "0 |", "1 | 1", "1 | 1 0", "--", " | 1 0 0");
    assertEquals(
        """
        k1 = h f1(y0)
        y1 = y0 + k1
        release k1
        return y1
        """,
        Lowering.block(scheme, false).program().toString());
    // Its weight is not 0, so that it is evaluated: the sums of stage 2 and 3 grow to the result's.
    Scheme chain =
        Catalogue.tableau("Chain", 1, "0 |", "1/3 | 1/3", "2/3 | 1/3 1/3", "--", " | 1/3 1/3 1/3");
    assertEquals(
        """
        k1 = h f1(y0)
        stage2 = y0 + 1/3 k1
        release k1
        k2 = h f2(stage2)
        stage3 = stage2 + 1/3 k2
        release stage2
        release k2
        k3 = h f3(stage3)
        y1 = stage3 + 1/3 k3
        release stage3
        release k3
        return y1
        """,
        Lowering.block(chain, false).program().toString());
  }
}
