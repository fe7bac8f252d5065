package io.butcherblock.plan;

import io.butcherblock.execute.Executable;
import io.butcherblock.execute.ExecutableNodes;
import io.butcherblock.graph.Node;
import io.butcherblock.onednn.BlockedLayout;
import io.butcherblock.onednn.BlockedPRelu;
import io.butcherblock.onednn.OneDnn;
import io.butcherblock.onednn.WinogradConvolution;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;

/**
 * Makes operators of a plan ready to run.
 *
 * @param tensors where their parameters are from
 * @param overwritten the value whose memory the result of a sum takes
 */
record ExecutableOperations(PreparedTensors tensors, Optional<Value> overwritten)
    implements Operation.Visitor<Executable> {

  @Override
  public Executable visit(Operation.Passthrough operation) {
    return operation.node().accept(new ExecutableNodes(tensors, overwritten));
  }

  @Override
  public Executable visit(Operation.AddColor operation) {
    return operation.node().accept(new ExecutableNodes(tensors, overwritten));
  }

  @Override
  public Executable visit(Operation.PixelShuffle operation) {
    return operation.node().accept(new ExecutableNodes(tensors, overwritten));
  }

  @Override
  public Executable visit(Operation.Pad operation) {
    Tensor color = tensors.channelConstant(operation.color());
    return values -> MeanColor.around(values.get(operation.input()), color, operation.margin());
  }

  @Override
  public Executable visit(Operation.Convolve operation) {
    KernelTensors kernel = KernelTensors.of(operation.kernel(), tensors.parameters());
    return new Executable() {
      @Override
      public Tensor run(Map<Value, Tensor> values) {
        return kernel.convolve(values.get(operation.input()), operation.padding());
      }

      @Override
      public void close() {
        kernel.close();
      }
    };
  }

  /**
   * Trained factors, and those computed from what is trained, become the numbers that they are now.
   */
  @Override
  public Executable visit(Operation.Sum operation) {
    List<Term> terms = operation.terms().stream().map(this::asNumber).toList();
    return new Node.LinearCombination(operation.output(), terms)
        .accept(new ExecutableNodes(tensors, overwritten));
  }

  private Term asNumber(Term term) {
    if (term.factor() instanceof Factor.Derived derived) {
      double number = KernelTensors.value(derived, tensors.parameters());
      return new Term(new Factor.Frozen(derived.formula().text(), number), term.value());
    }
    return term.factor() instanceof Factor.Trained trained
        ? new Term(
            new Factor.Frozen(
                trained.coefficient(), KernelTensors.value(trained, tensors.parameters())),
            term.value())
        : term;
  }

  @Override
  public Executable visit(Operation.FusedUpsample operation) {
    FusedUpsampleWeights weights = new FusedUpsampleWeights(operation, tensors.parameters());
    return new Executable() {
      @Override
      public Tensor run(Map<Value, Tensor> values) {
        return weights.apply(values.get(operation.input()));
      }

      @Override
      public void close() {
        weights.close();
      }
    };
  }

  @Override
  public Executable visit(Operation.Reorder operation) {
    OneDnn library = OneDnn.open().orElseThrow();
    return values -> {
      Tensor x = values.get(operation.input());
      return operation.intoBlocks() ? BlockedLayout.of(library, x) : BlockedLayout.undo(library, x);
    };
  }

  @Override
  public Executable visit(Operation.WinogradConvolve operation) {
    WinogradConvolution convolution;
    try (KernelTensors kernel = KernelTensors.of(operation.kernel(), tensors.parameters())) {
      convolution =
          new WinogradConvolution(OneDnn.open().orElseThrow(), kernel.weight(), kernel.bias());
    }
    return new Executable() {
      @Override
      public Tensor run(Map<Value, Tensor> values) {
        return convolution.convolve(values.get(operation.input()));
      }

      @Override
      public void close() {
        convolution.close();
      }
    };
  }

  @Override
  public Executable visit(Operation.BlockedPRelu operation) {
    BlockedPRelu prelu =
        new BlockedPRelu(OneDnn.open().orElseThrow(), tensors.parameter(operation.slope()));
    return values -> prelu.apply(values.get(operation.input()));
  }
}
