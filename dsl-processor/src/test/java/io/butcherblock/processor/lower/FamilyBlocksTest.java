package io.butcherblock.processor.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.FreeParameter;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.ParametricMultistep;
import io.butcherblock.processor.model.ParametricScheme;
import io.butcherblock.processor.model.StartingProcedure;
import io.butcherblock.processor.multivariate.RationalFunction;
import io.butcherblock.processor.parse.TableauParser;
import io.butcherblock.processor.verify.Catalogue;
import io.butcherblock.processor.verify.Verifier;
import io.butcherblock.program.Coefficient;
import io.butcherblock.program.Formula;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Programs whose coefficients are functions of free parameters. */
class FamilyBlocksTest {

  private static final FreeParameter A =
      new FreeParameter("a", Exact.of(1, 3), Exact.ONE, Exact.of(1, 2));

  private static LoweredScheme lowered(ParametricScheme family) {
    return Lowering.lower(Verifier.verify(family).verified().orElseThrow());
  }

  private static LoweredScheme tableau(int order, List<FreeParameter> parameters, String... lines) {
    return lowered(
        TableauParser.parseFamily("Family", order, String.join("\n", lines), parameters)
            .value()
            .orElseThrow());
  }

  /** At a = 1/2 the weight of k1 is 0; the block of the family keeps it. */
  @Test
  void coefficientsAreFunctions() {
    LoweredScheme scheme = tableau(2, List.of(A), "0 |", "a | a", "--", " | 1-1/(2*a) 1/(2*a)");
    LoweredProgram program = scheme.parametric().orElseThrow().program();
    assertEquals(
        """
        k1 = h f1(y0)
        stage2 = y0 + (a) k1
        k2 = h f2(stage2)
        release stage2
        y1 = y0 + (1/(2 a)) k2 + ((2 a - 1)/(2 a)) k1
        release k2
        release k1
        return y1
        """,
        program.program().toString());
    assertEquals(List.of(A), scheme.parametric().orElseThrow().parameters());
    io.butcherblock.program.FreeParameter inDoubles =
        new io.butcherblock.program.FreeParameter("a", 1.0 / 3, 1);
    List<Formula.Monomial> below = List.of(new Formula.Monomial(1, List.of(1)));
    assertEquals(
        List.of(
            new Formula(
                "a", List.of(inDoubles), below, List.of(new Formula.Monomial(1, List.of(0)))),
            new Formula(
                "1/(2 a)",
                List.of(inDoubles),
                List.of(new Formula.Monomial(0.5, List.of(0))),
                below),
            new Formula(
                "(2 a - 1)/(2 a)",
                List.of(inDoubles),
                List.of(
                    new Formula.Monomial(-0.5, List.of(0)), new Formula.Monomial(1, List.of(1))),
                below)),
        program.formulas());
    // The logit of 1/2 in [1/3, 1]: log((1/6)/(1/2)).
    assertEquals(
        List.of(
            new Coefficient(
                "a",
                "the logit of the free parameter a in [1/3, 1]",
                "that of 1/2",
                Math.log(1.0 / 3))),
        program.program().coefficients());
  }

  /** A formula lists the parameters that it depends on, and powers of each of them. */
  @Test
  void eachFormulaHasItsParameters() {
    FreeParameter b = new FreeParameter("b", Exact.ONE, Exact.of(3), Exact.of(2));
    LoweredScheme scheme = tableau(1, List.of(A, b), "0 |", "a | a", "--", " | 1-a*b*b/3 a*b*b/3");
    List<Formula> formulas = scheme.parametric().orElseThrow().program().formulas();
    assertEquals(
        List.of(List.of("a"), List.of("a", "b"), List.of("a", "b")),
        formulas.stream()
            .map(
                formula ->
                    formula.parameters().stream()
                        .map(io.butcherblock.program.FreeParameter::name)
                        .toList())
            .toList());
    assertTrue(
        formulas.stream()
            .flatMap(formula -> formula.numerator().stream())
            .anyMatch(monomial -> monomial.powers().equals(List.of(1, 2))),
        formulas::toString);
    // A start in the middle has the logit 0.
    assertEquals(
        0, scheme.parametric().orElseThrow().program().program().coefficients().get(1).value());
  }

  /** The first block of a network takes a step of Heun's, of which no number depends on k. */
  @Test
  void theStartDependsOnNoParameter() {
    RationalFunction k = RationalFunction.variable("k");
    RationalFunction one = RationalFunction.ONE;
    RationalFunction half = RationalFunction.constant(Exact.of(1, 2));
    RationalFunction three = RationalFunction.constant(Exact.of(3));
    Multistep shape =
        new Multistep(
            "Family",
            2,
            List.of(
                new Term(Kind.VALUE, 0, Exact.ONE),
                new Term(Kind.VALUE, 1, Exact.ONE),
                new Term(Kind.VECTOR_FIELD, 0, Exact.ONE),
                new Term(Kind.VECTOR_FIELD, 1, Exact.ONE)),
            1,
            new StartingProcedure.OneStep(
                Catalogue.tableau("Heun", 2, "0 |", "1 | 1", "--", " | 1/2 1/2")),
            /* carriesHistory= */ true);
    FreeParameter inside = new FreeParameter("k", Exact.of(-1, 2), Exact.of(1, 2), Exact.of(1, 4));
    LoweredScheme scheme =
        lowered(
            new ParametricMultistep(
                shape,
                List.of(inside),
                List.of(one.minus(k), k, k.plus(three).times(half), k.minus(one).times(half)),
                /* absorbs= */ false));
    LoweredProgram start = scheme.starts().get(0).parametric();
    assertEquals(
        """
        k1 = h f1(y0)
        stage2 = y0 + k1
        k2 = h f2(stage2)
        release stage2
        y1 = y0 + 1/2 k2 + 1/2 k1
        release k2
        return y1, y0, k1
        """,
        start.program().toString());
    assertEquals(List.of(), start.program().coefficients());
    LoweredProgram block = scheme.parametric().orElseThrow().program();
    assertEquals(
        """
        input y0, yBack1, kBack1
        k1 = h f1(y0)
        y1 = (1 - k) y0 + (k) yBack1 + (1/2 k + 3/2) k1 + (1/2 k - 1/2) kBack1
        return y1, y0, k1
        """,
        block.program().toString());
    // (1/4 + 1/2)/(1/2 - 1/4) = 3.
    assertEquals(Math.log(3), block.program().coefficients().get(0).value());
  }
}
