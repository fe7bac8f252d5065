package io.butcherblock.processor.lower;

import io.butcherblock.processor.exact.Exact;
import io.butcherblock.processor.model.Multistep;
import io.butcherblock.processor.model.Multistep.Kind;
import io.butcherblock.processor.model.StartingProcedure.OneStep;
import io.butcherblock.processor.model.StartingProcedure.ZeroHistory;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the blocks of a network of a multistep scheme that carries its history from block to
 * block: y[n], y[n-1], ... and h f[n-1], ..., as far as the recurrence looks back. The first blocks
 * are programs of their own: their history is shorter, and the starting procedure takes their
 * steps.
 */
final class HistoryBlocks {

  private final Multistep scheme;
  private final Supplier<ProgramBuilder> builders;
  private final int startingSteps;
  private final int valuesBack;
  private final int fieldsBack;

  private HistoryBlocks(Multistep scheme, Supplier<ProgramBuilder> builders) {
    this.scheme = scheme;
    this.builders = builders;
    this.startingSteps = scheme.start() instanceof ZeroHistory ? 0 : scheme.backValues() - 1;
    this.valuesBack = scheme.farthest(Kind.VALUE);
    this.fieldsBack = scheme.farthest(Kind.VECTOR_FIELD);
  }

  /** The programs of the blocks, from the first on; the last is that of all further blocks. */
  static List<LoweredProgram> of(Multistep scheme, Supplier<ProgramBuilder> builders) {
    HistoryBlocks blocks = new HistoryBlocks(scheme, builders);
    List<LoweredProgram> programs = new ArrayList<>();
    int from = 0;
    while (from < scheme.backValues() - 1) {
      programs.add(blocks.new Block(from).write());
      from += scheme.steps();
    }
    programs.add(blocks.new Block(from).write());
    return programs;
  }

  /** A block whose input is y[from]; steps count from its input. */
  private final class Block {

    private final int from;
    private final ProgramBuilder program = builders.get();
    private final Map<Integer, Value> values = new HashMap<>(Map.of(0, Value.INPUT));
    private final Map<Integer, Value> fields = new HashMap<>();

    Block(int from) {
      this.from = from;
    }

    LoweredProgram write() {
      List<Value> inputs = state(0);
      for (int n = 0; n < scheme.steps(); n++) {
        values.put(n + 1, from + n < startingSteps ? start(n) : step(n));
      }
      return program.finish(inputs, state(scheme.steps()));
    }

    /** The state before step n. */
    private List<Value> state(int n) {
      List<Value> state = new ArrayList<>(List.of(value(n)));
      for (int back = 1; back <= Math.min(from + n, valuesBack); back++) {
        state.add(value(n - back));
      }
      for (int back = 1; back <= Math.min(from + n, fieldsBack); back++) {
        state.add(field(n - back));
      }
      return state;
    }

    private Value value(int n) {
      return values.computeIfAbsent(n, i -> new Value("yBack" + -i));
    }

    private Value field(int n) {
      return n >= 0
          ? program.evaluate(value(n))
          : fields.computeIfAbsent(n, i -> new Value("kBack" + -i));
    }

    private Value start(int n) {
      String where = ", starting step " + (from + n + 1);
      return scheme.writtenStart() instanceof OneStep start
          ? new RungeKuttaStep(start.scheme(), program).write(value(n), "y" + (n + 1), where)
          : fromRest(n, where);
    }

    /** y[1] = y[0] + h^2/2 f[0], then y[n+1] = 2 y[n] - y[n-1] + h^2 f[n]. */
    private Value fromRest(int n, String where) {
      boolean first = from + n == 0;
      List<WeightedValue> terms = new ArrayList<>();
      terms.add(program.term(Exact.of(first ? 1 : 2), "y[n]" + where, value(n)));
      if (!first) {
        terms.add(program.term(Exact.of(-1), "y[n-1]" + where, value(n - 1)));
      }
      terms.add(program.term(first ? Exact.of(1, 2) : Exact.ONE, "f[n]" + where, field(n)));
      return program.combine("y" + (n + 1), terms);
    }

    private Value step(int n) {
      return new MultistepStep(
              scheme,
              program,
              from + n,
              back -> value(n - back),
              back -> field(n - back),
              scheme.steps() == 1 ? "" : ", step " + (n + 1))
          .write(n + 1);
    }
  }
}
