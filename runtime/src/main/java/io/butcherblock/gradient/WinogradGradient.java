package io.butcherblock.gradient;

import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.plan.WinogradFallback;
import io.butcherblock.reverse.ReverseProgram;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Gradients with Winograd convolutions, on the CPU: a part of the batch after the other, with all
 * threads for each operator. Should oneDNN fail, autograd does its work.
 */
final class WinogradGradient implements BatchGradient {

  private final SuperResolutionNetwork network;
  private final TensorVector parameters;
  private final ReverseProgram program;
  private final int atOnce = torch.get_num_threads() * PATCHES_AT_ONCE;
  private final BatchWorkers workers = BatchWorkers.callerOnly();

  /** Made when it is needed. */
  private BatchGradient autograd;

  private final WinogradFallback fallback = new WinogradFallback();

  WinogradGradient(
      SuperResolutionNetwork network, TensorVector parameters, ReverseProgram program) {
    this.network = network;
    this.parameters = parameters;
    this.program = program;
  }

  @Override
  public LossGradient of(Tensor lr, Tensor hr, int patches) {
    return network.precision() == Precision.FP32
        ? fallback.attempt(() -> sum(lr, hr, patches)).orElseGet(() -> byAutograd(lr, hr, patches))
        : byAutograd(lr, hr, patches);
  }

  private LossGradient byAutograd(Tensor lr, Tensor hr, int patches) {
    if (autograd == null) {
      autograd = AutogradGradient.onCpu(network, parameters);
    }
    return autograd.of(lr, hr, patches);
  }

  private LossGradient sum(Tensor lr, Tensor hr, int patches) {
    List<PatchRange> parts = PatchRange.divide(lr.size(0), (lr.size(0) + atOnce - 1) / atOnce);
    return workers.fold(
        parts.size(),
        part -> gradient(lr, hr, parts.get(part), patches),
        LossGradient::plus,
        LossGradient::close);
  }

  private LossGradient gradient(Tensor lrOfBatch, Tensor hrOfBatch, PatchRange part, int patches) {
    try (PointerScope scope = new PointerScope();
        Tensor lr = part.of(lrOfBatch);
        Tensor hr = part.of(hrOfBatch)) {
      try (ReverseProgram.Result result =
          program.differentiate(lr, BatchGradient.lossOf(part, hr, patches))) {
        TensorVector gradient = new TensorVector(parameters.size());
        int i = 0;
        for (String key : network.parameters().byName().keySet()) {
          Tensor ofParameter = result.gradient(key);
          if (ofParameter != null) {
            gradient.put(i, ofParameter);
          }
          i++;
        }
        return new LossGradient(
            result.loss().to(torch.ScalarType.Double).retainReference(),
            gradient.retainReference());
      }
    }
  }

  @Override
  public int patchesAtOnce(int patches) {
    return Math.min(patches, atOnce);
  }

  @Override
  public boolean isSummedOverProcesses() {
    return false;
  }

  @Override
  public Optional<ButcherblockException> takeRefusal() {
    return fallback.takeRefusal();
  }

  @Override
  public void close() {
    workers.close();
    if (autograd != null) {
      autograd.close();
    }
  }
}
