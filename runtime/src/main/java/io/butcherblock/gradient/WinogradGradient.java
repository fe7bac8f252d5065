package io.butcherblock.gradient;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.onednn.OneDnn;
import io.butcherblock.reverse.ReverseProgram;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Gradients with Winograd convolutions, on the CPU: a part of the batch after the other, with all
 * threads for each operator. Should oneDNN fail, autograd goes on for it.
 */
final class WinogradGradient implements BatchGradient {

  private final SuperResolutionNetwork network;
  private final TensorVector parameters;
  private final ReverseProgram program;
  private final int atOnce = torch.get_num_threads() * PATCHES_AT_ONCE;
  private final BatchWorkers workers = BatchWorkers.callerOnly();

  /** Made when it is needed. */
  private BatchGradient autograd;

  private boolean usable = true;

  WinogradGradient(
      SuperResolutionNetwork network, TensorVector parameters, ReverseProgram program) {
    this.network = network;
    this.parameters = parameters;
    this.program = program;
  }

  @Override
  public LossGradient of(Tensor lr, Tensor hr, int patches) {
    if (usable && network.precision() == Precision.FP32) {
      try {
        return sum(lr, hr, patches);
      } catch (OneDnn.Failure e) {
        // What its convolutions cannot do, such as in the memory that there is, others may.
        usable = false;
      }
    }
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
  public void close() {
    workers.close();
    if (autograd != null) {
      autograd.close();
    }
  }
}
