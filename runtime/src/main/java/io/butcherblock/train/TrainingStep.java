package io.butcherblock.train;

import io.butcherblock.data.Batch;
import io.butcherblock.device.LibTorch;
import io.butcherblock.distributed.ProcessGroup;
import io.butcherblock.distributed.SingleProcess;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.execute.OutOfMemory;
import io.butcherblock.gradient.BatchGradient;
import io.butcherblock.gradient.LossGradient;
import io.butcherblock.nn.Activations;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Makes optimizer steps: L1 loss of a batch, its gradient, and an update by Adam.
 *
 * <p>If several processes train together, each has its share of the batch, and the gradients are
 * added over all of them.
 *
 * <p>Holds the optimizer's state in native memory: the caller closes it.
 */
public final class TrainingStep implements AutoCloseable {

  private static final int COLORS = 3;

  private final SuperResolutionNetwork network;
  private final AdamOptimizer optimizer;
  private final ProcessGroup group;
  private final Activations activations;
  private final BatchGradient gradient;
  private final LossMeter losses;

  /**
   * Prepares to train a network in this process alone.
   *
   * @param network stays the caller's, who closes it after this object
   * @param settings of the optimizer
   */
  public TrainingStep(SuperResolutionNetwork network, AdamSettings settings) {
    this(network, settings, new SingleProcess(), Activations.STORED);
  }

  /**
   * Prepares to train a network together with other processes.
   *
   * @param network stays the caller's, who closes it after this object
   * @param settings of the optimizer
   * @param group the processes that train together; stays the caller's
   * @param activations whether they are kept or computed again
   * @throws io.butcherblock.error.ButcherblockException if inputs of blocks are to be computed
   *     backwards and no block of the network has an inverse
   */
  @SuppressWarnings("exports") // For TrainingRun, whose package has the processes of the setup.
  public TrainingStep(
      SuperResolutionNetwork network,
      AdamSettings settings,
      ProcessGroup group,
      Activations activations) {
    activations.check(network);
    this.activations = activations;
    this.group = group;
    this.network = network;
    Device device = network.parameters().device();
    try (CloseOnFailure made = new CloseOnFailure()) {
      this.optimizer = made.add(new AdamOptimizer(network.parameters(), settings));
      this.gradient =
          made.add(BatchGradient.of(network, optimizer.parameters(), group, activations));
      this.losses = made.add(new LossMeter(device));
      LibTorch.tuneFor(device);
      made.keep();
    }
  }

  /**
   * Makes one step with a whole batch.
   *
   * @param batch patches of the network's scale
   * @param learningRate of this step
   * @return the loss before the step: the mean absolute difference of RGB values in 0..255
   */
  public double run(Batch batch, double learningRate) {
    start(batch, batch.n(), learningRate);
    return takeLoss();
  }

  /**
   * Makes one step with this process's share of a batch. On a GPU it may still be running when this
   * returns; {@link #takeLoss} waits for it.
   *
   * @param batch this process's patches, of the network's scale
   * @param patches the number of patches of all processes together
   * @param learningRate of this step
   * @throws io.butcherblock.error.ButcherblockException if memory does not suffice; the message
   *     says what batch fits
   */
  public void start(Batch batch, int patches, double learningRate) {
    try {
      step(batch, patches, learningRate);
    } catch (RuntimeException | OutOfMemoryError e) {
      if (!OutOfMemory.isNative(e)) {
        throw e;
      }
      throw TrainingMemory.of(network, activations)
          .explain(e, gradient.patchesAtOnce(batch.n()), batch.patch(), group.size());
    }
  }

  private void step(Batch batch, int patches, double learningRate) {
    int side = batch.patch();
    int large = side * batch.scale();
    try (Tensor lr = Tensors.of(batch.lr(), batch.n(), COLORS, side, side);
        Tensor hr = Tensors.of(batch.hr(), batch.n(), COLORS, large, large);
        LossGradient share = gradient.of(lr, hr, patches)) {
      if (group.size() > 1 && !gradient.isSummedOverProcesses()) {
        allReduce(share);
      }
      optimizer.step(share.gradient(), learningRate);
      losses.add(share.loss());
    }
  }

  /**
   * The sum, over all steps since the last call, of what this process's shares contributed to the
   * loss. Waits until a GPU has finished these steps.
   */
  public double takeLoss() {
    return runsAhead() ? group.waitFor(losses::take) : losses.take();
  }

  /** Why steps take longer than before: no Winograd convolutions any more. Told once. */
  Optional<ButcherblockException> takeRefusal() {
    return gradient.takeRefusal();
  }

  /** Whether {@link #takeLoss} is to be called seldom, since it makes the host wait for a GPU. */
  boolean runsAhead() {
    return !network.parameters().device().is_cpu();
  }

  private void allReduce(LossGradient share) {
    try (PointerScope scope = new PointerScope()) {
      group.allReduce(share.defined());
    }
  }

  /**
   * Copies the weights and the optimizer's state of rank 0 to all processes.
   *
   * @param start the state of the run in rank 0; ignored in the others
   * @return the state of the run in rank 0
   */
  public RunState broadcast(RunState start) {
    RunState state = StateBroadcast.share(start, group);
    StateBroadcast.share(state, this);
    return state;
  }

  /** The network that is trained; it stays the property of whoever made it. */
  public SuperResolutionNetwork network() {
    return network;
  }

  /** The processes that train together. */
  ProcessGroup group() {
    return group;
  }

  /** The optimizer's moments, which change with each step; still its own. */
  List<Tensor> moments() {
    return optimizer.moments();
  }

  /** Continues as after {@code count} steps, with the {@link #moments} as they are. */
  void continueAfter(long count) {
    optimizer.continueAfter(count);
  }

  /** Whether all weights and all moments are finite. Waits for a GPU, and copies them from it. */
  boolean isFinite() {
    try (PointerScope scope = new PointerScope()) {
      return Stream.concat(
              network.parameters().byName().values().stream(), optimizer.moments().stream())
          .allMatch(tensor -> torch.isfinite(tensor.cpu()).all().item_bool());
    }
  }

  /** Writes the optimizer's moments. */
  public void save(Path file) {
    optimizer.save(file);
  }

  /** Reads what {@link #save} wrote for the same network. */
  public void load(Path file) {
    optimizer.load(file);
  }

  @Override
  public void close() {
    gradient.close();
    losses.close();
    optimizer.close();
  }
}
