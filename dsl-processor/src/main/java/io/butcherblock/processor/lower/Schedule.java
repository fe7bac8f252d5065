package io.butcherblock.processor.lower;

import io.butcherblock.processor.lower.Statement.Evaluation;
import io.butcherblock.processor.lower.Statement.Sum;
import io.butcherblock.program.Instruction;
import io.butcherblock.program.Liveness;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Decides when each sum of a block begins: where it stands, or earlier, growing as its terms become
 * known, so that a term need not be kept for it. Evaluations keep their order, and no sum goes over
 * feature maps more often for it.
 *
 * <p>A sum begins early only where that lowers the peak of live feature maps.
 */
final class Schedule {

  /** So many statements are gone over at most; longer programs keep what is found by then. */
  private static final long MOST_VISITS = 800_000;

  private final List<Statement> statements;
  private final int inputs;
  private final Set<Value> kept;
  private long visits;

  /** The index of the statement that makes each value; -1 for inputs. */
  private final Map<Value, Integer> known = new HashMap<>();

  /** Each is made once: rounding its weight costs more than all else of a schedule. */
  private final Map<WeightedValue, Term> terms = new HashMap<>();

  Schedule(List<Statement> statements, List<Value> inputs, List<Value> outputs) {
    this.statements = List.copyOf(statements);
    this.inputs = inputs.size();
    this.kept = new LinkedHashSet<>(inputs);
    this.kept.addAll(outputs);
    inputs.forEach(input -> known.put(input, -1));
    for (int i = 0; i < statements.size(); i++) {
      known.put(statements.get(i).target(), i);
    }
  }

  /** The instructions of the best schedule found, with releases. */
  List<Instruction> instructions() {
    int[] late = new int[statements.size()];
    Arrays.setAll(late, i -> i);
    int[] early = descended(late);
    int peak = Liveness.peak(instructions(early), inputs);
    // What begins early for nothing is put back, so that programs stay readable.
    for (int i = 0; i < early.length; i++) {
      int begin = early[i];
      if (begin == i || !mayTry()) {
        continue;
      }
      early[i] = i;
      if (Liveness.peak(instructions(early), inputs) > peak) {
        early[i] = begin;
      }
    }
    return instructions(early);
  }

  /** Changes one begin after the other while fewer feature maps live for it. */
  private int[] descended(int[] from) {
    int[] begins = from.clone();
    int[] best = profile(begins);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < begins.length; i++) {
        for (int begin : possibleBegins(i)) {
          if (!mayTry()) {
            return begins;
          }
          int before = begins[i];
          begins[i] = begin;
          int[] profile = profile(begins);
          if (Arrays.compare(profile, best) < 0) {
            best = profile;
            changed = true;
          } else {
            begins[i] = before;
          }
        }
      }
    }
    return begins;
  }

  private boolean mayTry() {
    visits += statements.size();
    return visits <= MOST_VISITS;
  }

  /** How many values live after each instruction, largest number first. */
  private int[] profile(int[] begins) {
    int live = inputs;
    List<Integer> counts = new ArrayList<>();
    for (Instruction instruction : instructions(begins)) {
      if (instruction instanceof Instruction.Release) {
        live--;
      } else if (!(instruction instanceof Instruction.Accumulate)) {
        counts.add(++live);
      }
    }
    return counts.stream().mapToInt(n -> -n).sorted().map(n -> -n).toArray();
  }

  /**
   * The statements behind which the sum of statement {@code i} can begin: two of its terms are
   * known there, a plain one among them where it has one, so that beginning is one pass.
   */
  List<Integer> possibleBegins(int i) {
    if (!(statements.get(i) instanceof Sum sum)) {
      return List.of();
    }
    boolean needsUnit = sum.terms().stream().anyMatch(WeightedValue::isUnit);
    TreeSet<Integer> begins = new TreeSet<>();
    for (WeightedValue term : sum.terms()) {
      int at = known.get(term.value());
      List<WeightedValue> first = knownAt(sum, at);
      if (at >= 0
          && first.size() > 1
          && first.size() < sum.terms().size()
          && (!needsUnit || first.stream().anyMatch(WeightedValue::isUnit))) {
        begins.add(at);
      }
    }
    return List.copyOf(begins);
  }

  private List<WeightedValue> knownAt(Sum sum, int statement) {
    return sum.terms().stream().filter(term -> known.get(term.value()) <= statement).toList();
  }

  /**
   * The instructions if the sum of statement i begins behind statement {@code begins[i]}, or where
   * it stands if that is i.
   */
  List<Instruction> instructions(int[] begins) {
    List<Instruction> instructions = new ArrayList<>();
    int[] growing = IntStream.range(0, begins.length).filter(i -> begins[i] < i).toArray();
    for (int at = 0; at < statements.size(); at++) {
      if (statements.get(at) instanceof Evaluation evaluation) {
        instructions.add(
            new Instruction.Evaluate(
                evaluation.target(),
                evaluation.number(),
                evaluation.at(),
                evaluation.stepPower(),
                evaluation.summand()));
      } else if (begins[at] == at) {
        Sum sum = (Sum) statements.get(at);
        instructions.add(new Instruction.Combine(sum.target(), terms(sum.terms())));
      }
      for (int later : growing) {
        if (later > at && begins[later] <= at) {
          grow((Sum) statements.get(later), begins[later], at, instructions);
        }
      }
    }
    return Releases.insert(instructions, kept);
  }

  private void grow(Sum sum, int begin, int at, List<Instruction> instructions) {
    if (begin == at) {
      instructions.add(new Instruction.Combine(sum.target(), terms(knownAt(sum, at))));
      return;
    }
    List<WeightedValue> fresh =
        sum.terms().stream().filter(term -> known.get(term.value()) == at).toList();
    if (!fresh.isEmpty()) {
      instructions.add(new Instruction.Accumulate(sum.target(), terms(fresh)));
    }
  }

  private List<Term> terms(List<WeightedValue> weighted) {
    return weighted.stream()
        .map(value -> terms.computeIfAbsent(value, WeightedValue::term))
        .toList();
  }
}
