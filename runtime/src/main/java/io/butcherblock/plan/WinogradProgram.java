package io.butcherblock.plan;

import io.butcherblock.device.Precision;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.onednn.FeatureMaps;
import io.butcherblock.onednn.OneDnn;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * A network with Winograd convolutions, made ready at the first image that is large enough. Whoever
 * runs it gets nothing where it would not be faster or cannot be had, and uses another program.
 */
final class WinogradProgram implements AutoCloseable {

  private final SuperResolutionNetwork network;
  private final InferencePlan plan;
  private final PreparedTensors tensors;
  private final long leastPixels;

  private final WinogradFallback fallback = new WinogradFallback();

  /** Turns false for good where there is no oneDNN. */
  private boolean usable;

  private TensorProgram program;

  /**
   * Prepares nothing yet.
   *
   * @param plan {@link InferencePlan#withWinograd}
   */
  WinogradProgram(
      SuperResolutionNetwork network,
      InferencePlan plan,
      PreparedTensors tensors,
      Convolutions convolutions) {
    this.network = network;
    this.plan = plan;
    this.tensors = tensors;
    this.leastPixels =
        convolutions == Convolutions.WINOGRAD ? 1 : plan.leastPixels().orElse(Long.MAX_VALUE);
    this.usable =
        convolutions != Convolutions.DIRECT
            && plan.winogradConvolutions() > 0
            && network.parameters().device().is_cpu();
  }

  /**
   * Runs the network, if this is faster.
   *
   * @param lr float32 [N, 3, H, W]; still the caller's
   * @return a new tensor, which the caller closes, or nothing
   */
  Optional<Tensor> run(Tensor lr) {
    long pixels = lr.size(0) * lr.size(2) * lr.size(3);
    if (!usable || pixels < leastPixels || network.precision() != Precision.FP32) {
      return Optional.empty();
    }
    Optional<OneDnn> library = OneDnn.open();
    if (library.isEmpty()) {
      usable = false;
      return Optional.empty();
    }
    synchronized (library.get()) {
      return fallback.attempt(() -> run(lr, library.get()));
    }
  }

  private Tensor run(Tensor lr, OneDnn library) {
    try (PointerScope scope = new PointerScope();
        FeatureMaps.Pass pass = library.maps().pass()) {
      if (program == null) {
        program = PlannedNetwork.program(plan, tensors);
      }
      return program.run(lr).retainReference();
    }
  }

  /** Why this is not used any more; told once. */
  Optional<ButcherblockException> takeRefusal() {
    return fallback.takeRefusal();
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }
}
