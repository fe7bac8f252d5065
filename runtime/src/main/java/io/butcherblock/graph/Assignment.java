package io.butcherblock.graph;

import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;

/** A line of straight-line code: makes a value from others. */
public interface Assignment {

  /** The value that the line makes; no other line of the code makes it. */
  Value output();

  /** All values that the line makes: one, but for lines that stand for a whole block. */
  default List<Value> outputs() {
    return List.of(output());
  }

  /** The values that the line reads, each listed once. */
  List<Value> inputs();

  /**
   * The terms of the line if it is a sum, which may be computed in the memory of one of them; empty
   * for every other operator.
   */
  default List<Term> sum() {
    return List.of();
  }
}
