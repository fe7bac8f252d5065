package io.butcherblock.reverse;

import java.util.List;
import java.util.function.BiConsumer;
import org.bytedeco.pytorch.Tensor;

/**
 * A line that has been run.
 *
 * @param output what it made, a new tensor without history, for the caller to close
 * @param saved what its gradient needs: closed with this
 * @param differentiate given the gradient by the output, which stays the caller's, adds the
 *     gradients by what the line read
 */
record Evaluation(Tensor output, List<Tensor> saved, BiConsumer<Tensor, Gradients> differentiate)
    implements AutoCloseable {

  /**
   * Keeps what is needed beyond the open scope.
   *
   * @param output no scope's
   * @param shared tensors of the open scope that the gradient needs
   */
  static Evaluation of(
      Tensor output, BiConsumer<Tensor, Gradients> differentiate, Tensor... shared) {
    List.of(shared).forEach(Tensor::retainReference);
    return new Evaluation(output, List.of(shared), differentiate);
  }

  @Override
  public void close() {
    saved.forEach(Tensor::close);
  }
}
