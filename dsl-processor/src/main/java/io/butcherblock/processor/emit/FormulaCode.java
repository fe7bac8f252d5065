package io.butcherblock.processor.emit;

import com.squareup.javapoet.CodeBlock;
import io.butcherblock.program.Formula;
import io.butcherblock.program.FreeParameter;
import java.util.List;
import java.util.stream.Collectors;

/** A formula as a Java expression that makes it. */
final class FormulaCode {

  private FormulaCode() {}

  static CodeBlock of(Formula formula) {
    CodeBlock parameters =
        formula.parameters().stream().map(FormulaCode::of).collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "new $T($S, $T.of($L), $L, $L)",
        Names.FORMULA,
        formula.text(),
        Names.LIST,
        parameters,
        sum(formula.numerator()),
        sum(formula.denominator()));
  }

  private static CodeBlock of(FreeParameter parameter) {
    return CodeBlock.of(
        "new $T($S, $L, $L)",
        Names.FREE_PARAMETER,
        parameter.name(),
        Literal.of(parameter.low()),
        Literal.of(parameter.high()));
  }

  private static CodeBlock sum(List<Formula.Monomial> terms) {
    CodeBlock monomials = terms.stream().map(FormulaCode::of).collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($L)", Names.LIST, monomials);
  }

  private static CodeBlock of(Formula.Monomial monomial) {
    String powers =
        monomial.powers().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return CodeBlock.of(
        "$T.of($L, $L)", Names.MONOMIAL, Literal.of(monomial.coefficient()), powers);
  }
}
