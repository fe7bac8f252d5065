package io.butcherblock.execute;

import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/** An operator that is ready to run: it has its weights. */
@FunctionalInterface
public interface Executable extends AutoCloseable {

  /**
   * Computes one value from others.
   *
   * @param values the values that live; they stay who they belong to
   * @return a new tensor, which the caller closes; or, of a sum that was prepared to overwrite a
   *     term, that term's tensor
   */
  Tensor run(Map<Value, Tensor> values);

  /**
   * Computes all values that a line of code makes.
   *
   * @param values the values that live; they stay who they belong to
   * @return what {@link #run} gives, for each value in the order of the line's outputs
   */
  default List<Tensor> runAll(Map<Value, Tensor> values) {
    return List.of(run(values));
  }

  /** Lets go of weights that were made for this operator alone; none, if nothing else is said. */
  @Override
  default void close() {}
}
