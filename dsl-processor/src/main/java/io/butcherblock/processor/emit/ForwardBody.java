package io.butcherblock.processor.emit;

import com.squareup.javapoet.CodeBlock;
import io.butcherblock.processor.lower.LoweredProgram;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import io.butcherblock.program.FreeParameter;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.Instruction.Release;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The statements of a block program.
 *
 * <p>A sum of two terms with a plain one is one pass over the feature maps, {@code plus}; each
 * further term is added in place to the new tensor, {@code accumulate}.
 */
final class ForwardBody {

  private final LoweredProgram lowered;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private final List<Formula> formulas;

  private ForwardBody(LoweredProgram lowered) {
    this.lowered = lowered;
    this.formulas = lowered.formulas();
  }

  static CodeBlock of(LoweredProgram lowered) {
    ForwardBody body = new ForwardBody(lowered);
    body.takeState();
    body.computeCoefficients();
    lowered.program().instructions().forEach(body::add);
    body.closeCoefficients();
    BlockProgram program = lowered.program();
    if (program.hasOneState()) {
      return body.code.addStatement("return $N", program.output().name()).build();
    }
    String made = program.made().stream().map(Value::name).collect(Collectors.joining(", "));
    return body.code.addStatement("return $T.of($L)", Names.LIST, made).build();
  }

  /** Gives the values of a state of several their names. */
  private void takeState() {
    List<Value> inputs = lowered.program().inputs();
    if (lowered.program().hasOneState()) {
      return;
    }
    for (int i = 0; i < inputs.size(); i++) {
      code.addStatement("$T $N = state.get($L)", Names.TENSOR, inputs.get(i).name(), i);
    }
  }

  /** The constant that holds a formula, by its place among those of the program. */
  static String formulaName(int index) {
    return "DERIVED" + (index + 1);
  }

  private static String derivedName(int index) {
    return "derived" + (index + 1);
  }

  /** Computes the coefficients that depend on free parameters, each once. */
  private void computeCoefficients() {
    for (int i = 0; i < formulas.size(); i++) {
      String parameters =
          formulas.get(i).parameters().stream()
              .map(FreeParameter::name)
              .collect(Collectors.joining(", "));
      code.addStatement(
          "$T $N = derived($N, $L)", Names.TENSOR, derivedName(i), formulaName(i), parameters);
    }
  }

  private void closeCoefficients() {
    for (int i = 0; i < formulas.size(); i++) {
      code.addStatement("$N.close()", derivedName(i));
    }
  }

  private void add(Instruction instruction) {
    if (instruction instanceof Evaluate evaluate) {
      code.addStatement(
          "$T $N = evaluate($L, $N)",
          Names.TENSOR,
          evaluate.target().name(),
          evaluate.evaluation(),
          evaluate.at().name());
    } else if (instruction instanceof Combine combine) {
      add(combine);
    } else if (instruction instanceof Accumulate accumulate) {
      accumulate(accumulate.target().name(), accumulate.terms());
    } else if (instruction instanceof Release release) {
      code.addStatement("$N.close()", release.value().name());
    }
  }

  private void add(Combine combine) {
    List<Term> rest = new ArrayList<>(combine.terms());
    String target = combine.target().name();
    Term first =
        rest.stream()
            .filter(term -> term.factor() instanceof Factor.Unit)
            .findFirst()
            .orElse(rest.get(0));
    rest.remove(first);
    if (first.factor() instanceof Factor.Unit) {
      Term second = rest.remove(0);
      code.addStatement(
          "$T $N = plus($N, $L)", Names.TENSOR, target, first.value().name(), arguments(second));
    } else {
      code.addStatement("$T $N = times($L)", Names.TENSOR, target, arguments(first));
    }
    accumulate(target, rest);
  }

  private void accumulate(String target, List<Term> terms) {
    terms.forEach(term -> code.addStatement("accumulate($N, $L)", target, arguments(term)));
  }

  private String arguments(Term term) {
    String value = term.value().name();
    if (term.factor() instanceof Factor.Frozen frozen) {
      return Literal.of(lowered.number(frozen)) + ", " + value;
    }
    if (term.factor() instanceof Factor.Derived derived) {
      return derivedName(formulas.indexOf(derived.formula())) + ", " + value;
    }
    return term.factor() instanceof Factor.Trained trained
        ? trained.coefficient() + ", " + value
        : value;
  }
}
