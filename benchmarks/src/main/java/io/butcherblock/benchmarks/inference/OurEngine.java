package io.butcherblock.benchmarks.inference;

import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.plan.Convolutions;
import io.butcherblock.plan.PlannedNetwork;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/** How our runtime computes a network; another way to do it is another line here. */
enum OurEngine {
  PLANNED("ours", network -> planned(network, Convolutions.FASTEST)),
  DIRECT("ours, direct convolutions", network -> planned(network, Convolutions.DIRECT)),
  FORWARD("ours, as trained", network -> network::forward);

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // Keeps nothing.
  private final Function<SuperResolutionNetwork, Forward> opening;

  OurEngine(String title, Function<SuperResolutionNetwork, Forward> opening) {
    this.title = title;
    this.opening = opening;
  }

  /** Its name in tables. */
  String title() {
    return title;
  }

  /** Makes ready to compute {@code network}, which stays its owner's and is there until the end. */
  Forward open(SuperResolutionNetwork network) {
    return opening.apply(network);
  }

  private static Forward planned(SuperResolutionNetwork network, Convolutions convolutions) {
    PlannedNetwork planned = new PlannedNetwork(network, convolutions);
    return new Forward() {

      @Override
      public Tensor apply(Tensor lr) {
        return planned.forward(lr);
      }

      @Override
      public void close() {
        planned.close();
      }
    };
  }

  /** A forward pass. */
  @FunctionalInterface
  interface Forward extends AutoCloseable {

    /**
     * Enlarges images.
     *
     * @param lr float32 [N, 3, H, W], RGB in 0..255; still the caller's
     * @return a new tensor [N, 3, scale H, scale W], which the caller closes
     */
    Tensor apply(Tensor lr);

    @Override
    default void close() {}
  }
}
