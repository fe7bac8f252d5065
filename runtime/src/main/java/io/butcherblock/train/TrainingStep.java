package io.butcherblock.train;

import io.butcherblock.data.Batch;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import java.nio.file.Path;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** One step of training: L1 loss of a batch, its gradient, and Adam's step against it. */
public final class TrainingStep implements AutoCloseable {

  private static final int COLOURS = 3;

  private final SuperResolutionNetwork network;
  private final AdamOptimizer optimizer;

  /** Trains the parameters of {@code network}, which stays the caller's. */
  public TrainingStep(SuperResolutionNetwork network, AdamSettings settings) {
    this.network = network;
    this.optimizer = new AdamOptimizer(network.parameters(), settings);
  }

  /**
   * Makes a step.
   *
   * @param batch patches of the network's scale
   * @param learningRate of this step
   * @return the loss before the step: the mean absolute difference of RGB values in 0..255
   */
  public double run(Batch batch, double learningRate) {
    try (PointerScope scope = new PointerScope()) {
      Tensor lr = onDevice(batch.lr(), batch.n(), batch.patch());
      Tensor hr = onDevice(batch.hr(), batch.n(), batch.patch() * batch.scale());
      Tensor sr = network.forward(lr);
      Tensor loss = torch.l1_loss(sr, hr);
      sr.close();
      optimizer.step(loss, learningRate);
      double value = loss.item_float();
      loss.close();
      return value;
    }
  }

  private Tensor onDevice(float[] planes, int count, int side) {
    try (Tensor onHost = Tensors.of(planes, count, COLOURS, side, side)) {
      return onHost.to(network.parameters().device(), onHost.scalar_type());
    }
  }

  /** The network that is trained; still its owner's. */
  public SuperResolutionNetwork network() {
    return network;
  }

  /** Writes the optimizer's moments. */
  void save(Path file) {
    optimizer.save(file);
  }

  /** Reads what {@link #save} wrote for the same network. */
  void load(Path file) {
    optimizer.load(file);
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
