package io.butcherblock.processor.lower;

import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.Multistep.Term;
import io.butcherblock.processor.model.Predictor;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Writes one step of a multistep scheme: the sum of its terms, or a prediction and its corrections.
 * Terms that look back farther than the history vanish.
 *
 * @param history how far back there are values
 * @param value y[n-j] by j
 * @param field h^d f[n-j] by j
 * @param where what is added to the meaning of coefficients: {@code ", step 1"}
 */
record MultistepStep(
    Multistep scheme,
    ProgramBuilder program,
    int history,
    IntFunction<Value> value,
    IntFunction<Value> field,
    String where) {

  /**
   * Writes the step.
   *
   * @param number that of the result, in names
   */
  Value write(int number) {
    if (scheme.predictor().isEmpty()) {
      return sum(scheme.terms(), Optional.empty(), where, "y" + number);
    }
    Predictor predictor = scheme.predictor().orElseThrow();
    int last = predictor.corrections();
    Value y = sum(predictor.terms(), Optional.empty(), where + ", predictor", "predicted" + number);
    for (int i = 1; i <= last; i++) {
      String of = last == 1 ? "" : ", correction " + i;
      String name = i == last ? "y" + number : "corrected" + number;
      y = sum(scheme.terms(), Optional.of(program.evaluate(y)), where + of, name);
    }
    return y;
  }

  private Value sum(List<Term> terms, Optional<Value> ahead, String meaning, String name) {
    List<WeightedValue> sum = new ArrayList<>();
    for (Term term : terms) {
      if (term.back() <= history && !term.coefficient().isZero()) {
        Value factor =
            term.back() < 0
                ? ahead.orElseThrow()
                : term.kind() == Kind.VALUE ? value.apply(term.back()) : field.apply(term.back());
        sum.add(program.term(scheme.written(term), term.reference() + meaning, factor));
      }
    }
    return program.combine(name, sum);
  }
}
