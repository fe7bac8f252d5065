package io.butcherblock.plan;

import io.butcherblock.execute.Autocast;
import io.butcherblock.execute.Float32Products;
import io.butcherblock.execute.TensorProgram;
import io.butcherblock.nn.SuperResolutionNetwork;
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
  private final InferencePlan plan;
  private final PreparedTensors tensors;
  private final TensorProgram program;

  /**
   * Prepares the weights of {@code network}, which stays the caller's and whose precision counts.
   */
  public PlannedNetwork(SuperResolutionNetwork network) {
    this.network = network;
    this.plan = InferencePlan.of(network.spec().graph(network.scale()));
    this.tensors = new PreparedTensors(network);
    try (NoGradGuard guard = new NoGradGuard();
        PointerScope scope = new PointerScope()) {
      this.program =
          TensorProgram.of(
              plan.input(),
              plan.steps(),
              plan.output(),
              step ->
                  step.assignment().accept(new ExecutableOperations(tensors, step.overwritten())));
    }
  }

  /** What was decided. */
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
      return program.run(lr).retainReference();
    }
  }

  @Override
  public void close() {
    program.close();
    tensors.close();
  }
}
