package io.butcherblock.reverse;

import io.butcherblock.execute.FilterTensors;
import io.butcherblock.execute.TensorSource;
import io.butcherblock.graph.Filter;
import io.butcherblock.graph.Node;
import io.butcherblock.onednn.BlockedLayout;
import io.butcherblock.onednn.BlockedPRelu;
import io.butcherblock.onednn.OneDnn;
import io.butcherblock.onednn.TrainedConvolution;
import io.butcherblock.plan.Kernel;
import io.butcherblock.plan.Operation;
import io.butcherblock.program.Value;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Makes operators ready to run and to be differentiated.
 *
 * @param image the value whose gradient nobody needs
 * @param tensors where their parameters are from
 */
record LineOfOperation(OneDnn library, Value image, TensorSource tensors)
    implements Operation.Visitor<Line> {

  @Override
  public Line visit(Operation.Passthrough operation) {
    return recorded(operation.node());
  }

  @Override
  public Line visit(Operation.AddColor operation) {
    return recorded(operation.node());
  }

  @Override
  public Line visit(Operation.PixelShuffle operation) {
    return recorded(operation.node());
  }

  @Override
  public Line visit(Operation.Convolve operation) {
    Kernel kernel = operation.kernel();
    return recorded(
        new Node.Convolution(
            operation.output(),
            operation.input(),
            kernel.filter(),
            kernel.bias(),
            kernel.in(),
            kernel.out(),
            kernel.side()));
  }

  private Line recorded(Node node) {
    return RecordedLine.of(node, image, tensors);
  }

  @Override
  public Line visit(Operation.Sum operation) {
    return SumLine.of(operation.output(), operation.terms(), tensors);
  }

  @Override
  public Line visit(Operation.Reorder operation) {
    Value input = operation.input();
    return values ->
        Evaluation.of(
            reordered(values.get(input), operation.intoBlocks()),
            (ofOutput, gradients) -> {
              try (Tensor back = reordered(ofOutput, !operation.intoBlocks())) {
                gradients.ofValues().add(input, back);
              }
            });
  }

  private Tensor reordered(Tensor x, boolean intoBlocks) {
    return intoBlocks ? BlockedLayout.of(library, x) : BlockedLayout.undo(library, x);
  }

  @Override
  public Line visit(Operation.WinogradConvolve operation) {
    Kernel kernel = operation.kernel();
    Filter filter = kernel.filter();
    Value input = operation.input();
    return values -> {
      try (PointerScope scope = new PointerScope();
          Tensor weight =
              FilterTensors.of(filter.form(), tensors.parameter(filter.key()).detach())) {
        TrainedConvolution convolution =
            new TrainedConvolution(
                library,
                weight,
                kernel
                    .bias()
                    .map(key -> tensors.parameter(key).detach())
                    .orElseGet(() -> torch.zeros(new long[] {kernel.out()})));
        Tensor x = new Tensor(values.get(input));
        return Evaluation.of(
            convolution.forward(x),
            (ofOutput, gradients) -> {
              try (TrainedConvolution.ByWeights own = convolution.byWeights(x, ofOutput);
                  Tensor byTrained = FilterTensors.gradient(filter.form(), own.weight());
                  Tensor byInput = convolution.byInput(ofOutput)) {
                gradients.ofParameters().add(filter.key(), byTrained);
                kernel.bias().ifPresent(key -> gradients.ofParameters().add(key, own.bias()));
                gradients.ofValues().add(input, byInput);
              }
            },
            x,
            convolution.weight(),
            convolution.bias());
      }
    };
  }

  @Override
  public Line visit(Operation.BlockedPRelu operation) {
    Value input = operation.input();
    return values -> {
      try (PointerScope scope = new PointerScope()) {
        BlockedPRelu prelu =
            new BlockedPRelu(library, tensors.parameter(operation.slope()).detach());
        Tensor x = new Tensor(values.get(input));
        return Evaluation.of(
            prelu.apply(x),
            (ofOutput, gradients) -> {
              try (BlockedPRelu.Gradient gradient = prelu.gradient(x, ofOutput)) {
                gradients.ofValues().add(input, gradient.byInput());
                gradients.ofParameters().add(operation.slope(), gradient.bySlopes());
              }
            },
            x,
            prelu.slopes());
      }
    };
  }

  @Override
  public Line visit(Operation.Pad operation) {
    throw folded(operation);
  }

  @Override
  public Line visit(Operation.FusedUpsample operation) {
    throw folded(operation);
  }

  private static IllegalArgumentException folded(Operation operation) {
    return new IllegalArgumentException("Weights are folded, and cannot be trained: " + operation);
  }
}
