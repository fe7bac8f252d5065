package io.butcherblock.recover;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.program.BlockProgram;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableauTextTest {

  private static String text(String scheme) {
    BlockProgram program =
        Catalogue.onClassPath().schemes().get(scheme).program(Coefficients.FROZEN);
    return TableauText.of(BlockTableau.of(program, FactorValues.declared(program)))
        .replace(System.lineSeparator(), "\n");
  }

  @Test
  void aTableauIsPrintedAsInBooks() {
    assertEquals(
        """
         0.0000 |
         0.5000 |  0.5000
         1.0000 | -1.0000  2.0000
        --------+------------------------
                |  0.1667  0.6667  0.1667
        """,
        text("kutta3"));
  }

  /** With another share of the input than 1 it is no Runge-Kutta method. */
  @Test
  void otherBlocksArePrintedStageByStage() {
    assertEquals(
        """
        k1 = h f(y0)
        k2 = h f(0.5000 y0 - 2.0000 k1)
        y1 = -y0 + 0.2500 k1 + k2
        """,
        TableauText.of(
                new BlockTableau(
                    List.of(new double[] {1, 0, 0}, new double[] {0.5, -2, 0}),
                    new double[] {-1, 0.25, 1}))
            .replace(System.lineSeparator(), "\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.0000",
    "0.001, 0.0010",
    "0.00099, 9.9e-04",
    "-9999.5, -9999.5000",
    "10000, 1.0e+04",
    "NaN, NaN"
  })
  void numbersHaveFourDecimalsWhereTheyTellSomething(double number, String text) {
    assertEquals(text, TableauText.number(number));
  }
}
