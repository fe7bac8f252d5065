package io.butcherblock.reverse;

import io.butcherblock.program.Value;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** A line of a network that is ready to run and to be differentiated. */
@FunctionalInterface
interface Line {

  /**
   * Runs it.
   *
   * @param values the values that live; they stay who they belong to
   */
  Evaluation evaluate(Map<Value, Tensor> values);
}
