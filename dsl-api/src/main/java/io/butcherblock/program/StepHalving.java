package io.butcherblock.program;

import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a block may be replaced by two of half its step size, and what then becomes of its
 * trained coefficients. Told from what each value is where f = 0: a multiple of the state, which
 * does not change with h, or 0, where all of it has the factor h.
 *
 * <p>Two steps of h/2 are about one of h if the block is y plus terms in h f: where f = 0 it must
 * return its state. Coefficients of these terms stay as they are, for h f is halved, and h^2 f of a
 * scheme for y'' = f(y) quartered. One that multiplies y would have to be replaced by its square
 * root, which no training keeps.
 *
 * <p>A block with zero history evaluates f at values without y, such as the {@code y1 = 2 h f(y0)}
 * of the LF-block of He et al., CVPR 2019. They do not tend to y with h, and so they are no step of
 * an ODE but layers of what the block adds to y: they must not be halved with it. Their
 * coefficients are doubled where they are trained.
 */
public final class StepHalving {

  private static final double ROUNDING = 1e-9;

  /** Different ones, so that no sum of them is 1 by chance. */
  private static final double LOGIT = 0.3;

  /** The second half of a state of two, so that the halves cannot be mistaken for each other. */
  private static final double PART = 0.618;

  private final List<BlockProgram> programs;
  private final List<Set<String>> doubled = new ArrayList<>();
  private Optional<String> obstacle = Optional.empty();

  private StepHalving(List<BlockProgram> programs) {
    this.programs = programs;
  }

  /**
   * Decides for the blocks of a network.
   *
   * @param programs what its first blocks compute, each on the state behind the one before; the
   *     last program is that of all further blocks
   */
  public static StepHalving of(List<BlockProgram> programs) {
    StepHalving halving = new StepHalving(List.copyOf(programs));
    halving.decide();
    return halving;
  }

  /** Why the blocks cannot be doubled, as a clause; empty if they can. */
  public Optional<String> obstacle() {
    return obstacle;
  }

  /**
   * The trained coefficients that are doubled when the step size is halved: those of values without
   * y at which f is evaluated.
   *
   * @param program the number of the program, from 0
   */
  public Set<String> doubled(int program) {
    return doubled.get(program);
  }

  private void decide() {
    List<Double> first = new ArrayList<>();
    for (int i = 0; i < programs.get(0).inputs().size(); i++) {
      first.add(Math.pow(PART, i));
    }
    List<Double> state = first;
    // Once more with the last one, whose history is then of its own making.
    for (int i = 0; i < 2 * programs.size(); i++) {
      BlockProgram program = programs.get(Math.min(i, programs.size() - 1));
      WithoutField values = new WithoutField(program, state);
      if (i < programs.size()) {
        doubled.add(values.hiddenCoefficients());
      }
      if (obstacle.isEmpty()) {
        obstacle = values.obstacle();
      }
      state = program.outputs().stream().map(values::of).toList();
      boolean kept = true;
      for (int j = 0; j < first.size(); j++) {
        kept &= Math.abs(state.get(j) - first.get(j)) < ROUNDING;
      }
      if (!kept && obstacle.isEmpty()) {
        obstacle = Optional.of("where f = 0 its block does not return the state that it is given");
      }
    }
  }

  /** What the values of a block are where f = 0, as multiples of y. */
  private static final class WithoutField {

    private final Map<Value, Double> multiples = new HashMap<>();
    private final Map<Value, List<Term>> sums = new HashMap<>();
    private final Set<Value> evaluated = new HashSet<>();

    /** Values without y that f is evaluated at, and those that they are made of. */
    private final Set<Value> hidden = new HashSet<>();

    private Optional<String> obstacle = Optional.empty();

    WithoutField(BlockProgram program, List<Double> state) {
      for (int i = 0; i < state.size(); i++) {
        multiples.put(program.inputs().get(i), state.get(i));
      }
      for (Instruction instruction : program.instructions()) {
        if (instruction instanceof Evaluate evaluate) {
          multiples.put(evaluate.target(), 0.0);
          evaluated.add(evaluate.target());
        } else if (instruction instanceof Combine combine) {
          multiples.put(combine.target(), sum(combine.terms()));
          sums.put(combine.target(), new ArrayList<>(combine.terms()));
        } else if (instruction instanceof Accumulate accumulate) {
          multiples.merge(accumulate.target(), sum(accumulate.terms()), Double::sum);
          sums.get(accumulate.target()).addAll(accumulate.terms());
        }
      }
      for (Instruction instruction : program.instructions()) {
        if (instruction instanceof Evaluate evaluate && of(evaluate.at()) == 0) {
          hide(evaluate.at());
        }
      }
      sums.forEach(this::checkHidden);
    }

    double of(Value value) {
      return multiples.get(value);
    }

    private double sum(List<Term> terms) {
      double sum = 0;
      for (Term term : terms) {
        double multiple = of(term.value());
        // What is 0 may be multiplied by anything.
        sum += multiple == 0 ? 0 : factor(term) * multiple;
      }
      return sum;
    }

    private double factor(Term term) {
      if (term.factor() instanceof Factor.Frozen frozen) {
        return frozen.value();
      }
      if (term.factor() instanceof Factor.Derived derived) {
        Formula formula = derived.formula();
        List<String> names = formula.parameters().stream().map(FreeParameter::name).toList();
        return formula.value(name -> LOGIT * (names.indexOf(name) + 1));
      }
      if (term.factor() instanceof Factor.Trained trained) {
        found(
            "its trained coefficient %s multiplies y, not h f, and does not stay as it is when the step size is halved"
                .formatted(trained.coefficient()));
      }
      return 1;
    }

    private void hide(Value value) {
      if (evaluated.contains(value) || !sums.containsKey(value)) {
        found("it evaluates f at values of f that nothing can scale");
      } else if (hidden.add(value)) {
        sums.get(value).stream()
            .map(Term::value)
            .filter(part -> !evaluated.contains(part))
            .forEach(this::hide);
      }
    }

    private void checkHidden(Value target, List<Term> terms) {
      for (Term term : terms) {
        boolean fixed = !(term.factor() instanceof Factor.Trained);
        if (hidden.contains(target) && evaluated.contains(term.value()) && fixed) {
          found(
              "it starts from zero history, f is evaluated at multiples of h f, and their"
                  + " coefficients are not trained, so that they cannot make up for the smaller h");
        }
        if (!hidden.contains(target) && hidden.contains(term.value())) {
          found("it starts from zero history and adds to y what f is evaluated at");
        }
      }
    }

    private void found(String clause) {
      obstacle = obstacle.or(() -> Optional.of(clause));
    }

    Optional<String> obstacle() {
      return obstacle;
    }

    Set<String> hiddenCoefficients() {
      Set<String> names = new HashSet<>();
      for (Value value : hidden) {
        for (Term term : sums.getOrDefault(value, List.of())) {
          if (evaluated.contains(term.value()) && term.factor() instanceof Factor.Trained trained) {
            names.add(trained.coefficient());
          }
        }
      }
      return names;
    }
  }
}
