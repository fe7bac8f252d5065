package io.butcherblock.gradient;

import io.butcherblock.distributed.GradientReducer;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.execute.Float32Products;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/**
 * Gradients by LibTorch's autograd, on every device.
 *
 * <p>On the CPU the batch is divided into parts of a few patches, and each thread computes the
 * gradients of some parts; they are added in the order of the parts, so that the result does not
 * depend on which thread is first.
 */
final class AutogradGradient implements BatchGradient {

  private final SuperResolutionNetwork network;
  private final TensorVector parameters;
  private final Activations activations;
  private final BatchWorkers workers;
  private final Optional<GradientReducer> reducer;
  private final boolean dividesBatch;
  private final HostToDevice toDevice;

  private AutogradGradient(
      SuperResolutionNetwork network,
      TensorVector parameters,
      Activations activations,
      BatchWorkers workers,
      Optional<GradientReducer> reducer) {
    this.network = network;
    this.parameters = parameters;
    this.activations = activations;
    this.workers = workers;
    this.reducer = reducer;
    Device device = network.parameters().device();
    this.dividesBatch = device.is_cpu() && reducer.isEmpty();
    this.toDevice = new HostToDevice(device);
  }

  /** For a network that is trained in several processes. */
  static AutogradGradient of(
      SuperResolutionNetwork network,
      TensorVector parameters,
      ProcessGroup group,
      Activations activations) {
    BatchWorkers workers =
        network.parameters().device().is_cpu()
            ? BatchWorkers.forThreadsOfLibrary()
            : BatchWorkers.callerOnly();
    // c10d's reducer sums what one backward pass gives, so there must be one, in all processes.
    boolean onePass = !group.anyOf(workers.count() > 1) && activations == Activations.STORED;
    return new AutogradGradient(
        network,
        parameters,
        activations,
        workers,
        onePass ? group.gradientReducer(parameters) : Optional.empty());
  }

  /** For the CPU, with gradients of this process alone. */
  static AutogradGradient onCpu(SuperResolutionNetwork network, TensorVector parameters) {
    return new AutogradGradient(
        network,
        parameters,
        Activations.STORED,
        BatchWorkers.forThreadsOfLibrary(),
        Optional.empty());
  }

  @Override
  public LossGradient of(Tensor lr, Tensor hr, int patches) {
    List<PatchRange> parts = PatchRange.divide(lr.size(0), partsOf(lr.size(0)));
    return workers.fold(
        parts.size(),
        part -> gradient(lr, hr, parts.get(part), patches),
        LossGradient::plus,
        LossGradient::close);
  }

  /**
   * The number of parts: as many for each worker; one where the reducer must see one backward pass.
   */
  private long partsOf(long patches) {
    if (!dividesBatch) {
      return 1;
    }
    long atOnce = patchesAtOnce(Math.toIntExact(patches));
    long rounds = (patches + atOnce - 1) / atOnce;
    return Math.min(patches, rounds * workers.count());
  }

  /** What a part of the batch contributes. */
  private LossGradient gradient(Tensor lrOfBatch, Tensor hrOfBatch, PatchRange part, int patches) {
    Device device = network.parameters().device();
    // Open until the gradient is known, whose products are taken as those of the network.
    try (PointerScope scope = new PointerScope();
        Float32Products products = Float32Products.of(network.precision(), device);
        Tensor lr = toDevice.copy(part.of(lrOfBatch));
        Tensor hr = toDevice.copy(part.of(hrOfBatch))) {
      UnaryOperator<Tensor> lossOf = BatchGradient.lossOf(part, hr, patches);
      if (activations != Activations.STORED) {
        return RecomputedGradient.of(network, activations, parameters, lr, lossOf);
      }
      Tensor sr = network.forward(lr);
      Tensor loss = lossOf.apply(sr);
      sr.close();
      return reducer.isPresent()
          ? LossGradient.summed(reducer.get(), loss, parameters)
          : LossGradient.of(loss, parameters);
    }
  }

  @Override
  public int patchesAtOnce(int patches) {
    return dividesBatch ? Math.min(patches, workers.count() * PATCHES_AT_ONCE) : patches;
  }

  @Override
  public boolean isSummedOverProcesses() {
    return reducer.isPresent();
  }

  @Override
  public void close() {
    workers.close();
    toDevice.close();
    reducer.ifPresent(GradientReducer::close);
  }
}
