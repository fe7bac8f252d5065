package io.butcherblock.plan;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.Autocast;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.execute.Float32Products;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.nn.SuperResolutionNetwork;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * A network as its {@link InferencePlan} says, with the weights that it had when this was made;
 * opaque vector fields keep their own. Computes what {@link SuperResolutionNetwork#forward} does,
 * but for rounding.
 *
 * <p>Owns its copies of the weights: close it.
 */
public final class PlannedNetwork implements AutoCloseable {

  private final SuperResolutionNetwork network;
  private final PreparedTensors tensors;
  private final InferencePlan plan;
  private final TensorProgram program;
  private final WinogradProgram winograd;

  /**
   * Prepares the weights of {@code network}, which stays the caller's and whose precision counts.
   */
  public PlannedNetwork(SuperResolutionNetwork network) {
    this(network, Convolutions.FASTEST);
  }

  /**
   * Prepares the weights of {@code network}, which stays the caller's and whose precision counts.
   *
   * @param convolutions by which algorithm to convolve
   */
  public PlannedNetwork(SuperResolutionNetwork network, Convolutions convolutions) {
    this.network = network;
    this.plan = InferencePlan.of(network.spec().graph(network.scale()));
    try (CloseOnFailure made = new CloseOnFailure()) {
      this.tensors = made.add(new PreparedTensors(network));
      this.program = made.add(program(plan, tensors));
      this.winograd = new WinogradProgram(network, plan.withWinograd(), tensors, convolutions);
      made.keep();
    }
  }

  /** Makes a plan ready to run. */
  static TensorProgram program(InferencePlan plan, PreparedTensors tensors) {
    try (NoGradGuard guard = new NoGradGuard();
        PointerScope scope = new PointerScope()) {
      return TensorProgram.of(
          plan.input(),
          plan.steps(),
          plan.output(),
          step -> step.assignment().accept(new ExecutableOperations(tensors, step.overwritten())));
    }
  }

  /** What was decided, Winograd convolutions left out: they are taken for large images only. */
  public InferencePlan plan() {
    return plan;
  }

  /**
   * Enlarges images.
   *
   * @param lr float32 [N, 3, H, W], RGB in 0..255, on the network's device; still the caller's
   * @return a new tensor [N, 3, scale H, scale W], neither clamped nor rounded, which the caller
   *     closes
   */
  public Tensor forward(Tensor lr) {
    // The scope frees on failure what a successful run has already closed one by one.
    try (NoGradGuard guard = new NoGradGuard();
        PointerScope scope = new PointerScope();
        Float32Products products =
            Float32Products.of(network.precision(), network.parameters().device());
        Autocast region = Autocast.of(network.precision(), network.parameters().device())) {
      return winograd.run(lr).orElseGet(() -> program.run(lr).retainReference());
    }
  }

  /** Why large images take longer than before: no Winograd convolutions any more. Told once. */
  public Optional<ButcherblockException> takeRefusal() {
    return winograd.takeRefusal();
  }

  @Override
  public void close() {
    winograd.close();
    program.close();
    tensors.close();
  }
}
