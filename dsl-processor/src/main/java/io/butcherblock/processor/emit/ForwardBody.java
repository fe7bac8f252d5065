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
import io.butcherblock.program.StepSizeFolding;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Collections;
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
  private final StepSizeFolding stepSize;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private final List<Formula> formulas;

  private ForwardBody(LoweredProgram lowered) {
    this.lowered = lowered;
    this.formulas = lowered.formulas();
    this.stepSize = StepSizeFolding.of(lowered.program());
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
          "$T $N = $L($L, $N)",
          Names.TENSOR,
          evaluate.target().name(),
          stepSize.lacksStepSize(evaluate.target()) ? "derivative" : "evaluate",
          evaluate.evaluation(),
          evaluate.at().name());
    } else if (instruction instanceof Combine combine) {
      add(combine);
    } else if (instruction instanceof Accumulate accumulate) {
      accumulate(accumulate.target(), accumulate.terms());
    } else if (instruction instanceof Release release) {
      code.addStatement("$N.close()", release.value().name());
    }
  }

  private void add(Combine combine) {
    List<Term> rest = new ArrayList<>(combine.terms());
    Value target = combine.target();
    Term first =
        rest.stream().filter(term -> isPlain(term, target)).findFirst().orElse(rest.get(0));
    rest.remove(first);
    if (isPlain(first, target)) {
      Term second = rest.remove(0);
      code.addStatement(
          "$T $N = plus($N, $L)",
          Names.TENSOR,
          target.name(),
          first.value().name(),
          arguments(second, target));
    } else {
      code.addStatement("$T $N = times($L)", Names.TENSOR, target.name(), arguments(first, target));
    }
    accumulate(target, rest);
  }

  private boolean isPlain(Term term, Value target) {
    return term.isUnit() && !stepSize.takesStepSize(term, target);
  }

  private void accumulate(Value target, List<Term> terms) {
    terms.forEach(
        term -> code.addStatement("accumulate($N, $L)", target.name(), arguments(term, target)));
  }

  private CodeBlock arguments(Term term, Value target) {
    String value = term.value().name();
    boolean takesStepSize = stepSize.takesStepSize(term, target);
    if (term.factor() instanceof Factor.Frozen frozen) {
      CodeBlock number = Literal.of(lowered.number(frozen));
      return takesStepSize
          ? CodeBlock.of("$L * $L, $L", stepSize(), operand(number), value)
          : CodeBlock.of("$L, $L", number, value);
    }
    if (term.factor() instanceof Factor.Derived derived) {
      return CodeBlock.of("$L, $L", derivedName(formulas.indexOf(derived.formula())), value);
    }
    if (term.factor() instanceof Factor.Trained trained) {
      return CodeBlock.of("$L, $L", trained.coefficient(), value);
    }
    return takesStepSize ? CodeBlock.of("$L, $L", stepSize(), value) : CodeBlock.of("$L", value);
  }

  /** The factor of f: {@code h}, or {@code h * h} of a scheme for y'' = f(y). */
  private String stepSize() {
    return String.join(" * ", Collections.nCopies(lowered.program().stepPower(), "h"));
  }

  /** A quotient is rounded before h is multiplied, as it is where programs are replayed. */
  private static CodeBlock operand(CodeBlock number) {
    return number.toString().contains("/") ? CodeBlock.of("($L)", number) : number;
  }
}
