package io.butcherblock.plan;

import io.butcherblock.device.Precision;
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

  /** Turns false for good when oneDNN fails. */
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
      try (PointerScope scope = new PointerScope();
          FeatureMaps.Pass pass = library.get().maps().pass()) {
        if (program == null) {
          program = PlannedNetwork.program(plan, tensors);
        }
        return Optional.of(program.run(lr).retainReference());
      } catch (OneDnn.Failure e) {
        // What its convolutions cannot do, such as in the memory that there is, others may.
        usable = false;
        return Optional.empty();
      }
    }
  }

  @Override
  public void close() {
    if (program != null) {
      program.close();
    }
  }
}
