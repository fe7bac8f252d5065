package io.butcherblock.nn;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Instruction.Accumulate;
import io.butcherblock.program.Instruction.Combine;
import io.butcherblock.program.Instruction.Evaluate;
import io.butcherblock.program.StepSizeFolding;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Describes one block: replays its program, as {@link OdeBlock} executes it. */
final class BlockGraph {

  private final NodeWriter nodes;
  private final NodeWriter vectorFields;
  private final NetworkSpec spec;
  private final BlockProgram program;
  private final int channels;
  private final StepSizeFolding stepSize;

  /** The step size h, or its square of a scheme for y'' = f(y). */
  private final double h;

  /** The values of the program in the graph. */
  private final Map<Value, Value> inGraph = new HashMap<>();

  /** How often each value of the program is still to be accumulated to. */
  private final Map<Value, Integer> accumulations = new HashMap<>();

  /** The number of the last incomplete sum of a value. */
  private final Map<Value, Integer> parts = new HashMap<>();

  /**
   * A block at its place in a network.
   *
   * @param network the writer of the whole network
   * @param channels the number of feature maps that a vector field maps
   */
  BlockGraph(
      NodeWriter network, BlockPlace place, NetworkSpec spec, int channels, BlockProgram program) {
    String name = StateDictKeys.body(place.number());
    this.nodes = network.child(name, StateDictKeys.body(place.coefficients()));
    this.vectorFields = network.child(name, StateDictKeys.body(place.vectorField()));
    this.spec = spec;
    this.program = program;
    this.channels = channels;
    this.stepSize = StepSizeFolding.of(program);
    this.h = Math.pow(spec.stepSize(), program.stepPower());
  }

  /** Writes the nodes of the block, and returns the state that comes of {@code state}. */
  List<Value> describe(List<Value> state) {
    for (int i = 0; i < state.size(); i++) {
      inGraph.put(program.inputs().get(i), state.get(i));
    }
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Accumulate accumulate) {
        accumulations.merge(accumulate.target(), 1, Integer::sum);
      }
    }
    for (Instruction instruction : program.instructions()) {
      if (instruction instanceof Evaluate evaluate) {
        evaluate(evaluate);
      } else if (instruction instanceof Combine combine) {
        combine(combine.target(), combine.terms());
      } else if (instruction instanceof Accumulate accumulate) {
        List<Term> terms = new ArrayList<>(List.of(Term.of(accumulate.target().name())));
        terms.addAll(accumulate.terms());
        accumulations.merge(accumulate.target(), -1, Integer::sum);
        combine(accumulate.target(), terms);
      }
    }
    return program.outputs().stream().map(inGraph::get).toList();
  }

  private void evaluate(Evaluate evaluate) {
    String name = evaluate.target().name();
    int own = BlockPlace.own(spec.sharing(), program.evaluations());
    StageContext stage = new StageContext(channels, Math.min(evaluate.evaluation(), own), own);
    Value k =
        SummandField.of(spec.vectorField(), evaluate.summand())
            .describe(vectorFields.use(name), stage, inGraph.get(evaluate.at()));
    if (h != 1 && !stepSize.lacksStepSize(evaluate.target())) {
      Term scaled = Term.of(String.valueOf(h), h, k.name());
      k = nodes.combination(name, List.of(scaled));
    }
    inGraph.put(evaluate.target(), k);
  }

  /** An incomplete sum is a value of its own: {@code stage3/part1}. */
  private void combine(Value target, List<Term> terms) {
    String name = target.name();
    if (accumulations.getOrDefault(target, 0) > 0) {
      name += "/part" + parts.merge(target, 1, Integer::sum);
    }
    List<Term> there = terms.stream().map(term -> inGraph(term, target)).toList();
    inGraph.put(target, nodes.combination(name, there));
  }

  private Term inGraph(Term term, Value target) {
    Value value = inGraph.get(term.value());
    return h == 1 || !stepSize.takesStepSize(term, target)
        ? new Term(term.factor(), value)
        : scaled(term.factor(), value);
  }

  /** The factor of f times that of a term. */
  private Term scaled(Factor factor, Value value) {
    if (factor instanceof Factor.Frozen frozen) {
      String exact = frozen.exact().contains(" ") ? "(" + frozen.exact() + ")" : frozen.exact();
      return Term.of(h + "*" + exact, h * frozen.value(), value.name());
    }
    return Term.of(String.valueOf(h), h, value.name());
  }
}
