package io.butcherblock.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.ListType;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Tensor;

/**
 * LibTorch's operator {@code _fused_adam_} over lists of tensors. It works on all of them at once:
 * one kernel on a GPU, where the optimizer of the C++ library starts eight for each tensor and the
 * GPU would wait for the host. The bindings have no method for it, so it is called by name.
 */
final class FusedAdam implements AutoCloseable {

  private final OperatorHandle operator;
  private final IValue parameters;
  private final IValue means;
  private final IValue squares;
  private final IValue steps;

  /**
   * Keeps the lists.
   *
   * @param means for each parameter the decaying mean of its gradients, laid out as it
   * @param squares the same of their squares
   * @param step float32 [], on their device: the number of the step, from 1; read at each step
   */
  FusedAdam(List<Tensor> parameters, List<Tensor> means, List<Tensor> squares, Tensor step) {
    try (PointerScope scope = new PointerScope()) {
      this.operator =
          Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "").retainReference();
      this.parameters = list(parameters).retainReference();
      this.means = list(means).retainReference();
      this.squares = list(squares).retainReference();
      this.steps = list(parameters.stream().map(p -> step).toList()).retainReference();
    }
  }

  /**
   * Changes the parameters and their means.
   *
   * @param gradients one for each parameter, laid out as it; still the caller's
   */
  void step(List<Tensor> gradients, AdamSettings settings, double rate) {
    try (PointerScope scope = new PointerScope()) {
      List<IValue> arguments = new ArrayList<>();
      arguments.addAll(
          List.of(parameters, list(gradients), means, squares, list(List.of()), steps));
      for (double number :
          List.of(rate, settings.beta1(), settings.beta2(), 0.0, settings.epsilon())) {
        arguments.add(new IValue(number));
      }
      boolean amsgrad = false;
      boolean maximize = false;
      IValue none = new IValue();
      IValue divisor =
          settings.clips()
              ? new IValue(GradientNorm.divisor(gradients, settings.largestGradientNorm()))
              : none;
      arguments.addAll(List.of(new IValue(amsgrad), new IValue(maximize), divisor, none));
      IValueVector stack = new IValueVector(arguments.toArray(new IValue[0]));
      NoGradGuard guard = new NoGradGuard();
      try {
        operator.callBoxed(stack);
      } finally {
        guard.close();
      }
    }
  }

  private static IValue list(List<Tensor> tensors) {
    GenericList list = new GenericList(ListType.ofTensors().containedType(0));
    tensors.forEach(tensor -> list.insert(list.end(), new IValue(tensor)));
    return new IValue(list);
  }

  @Override
  public void close() {
    parameters.close();
    means.close();
    squares.close();
    steps.close();
    operator.close();
  }
}
