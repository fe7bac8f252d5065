package io.butcherblock.evaluate;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.nn.BlockDoubling;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.upscale.Upscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Whether a trained network computes the solution of an ODE: its outputs as each of its steps is
 * divided into two of half the step size, again and again. The vector field of a block, with its
 * weights, is that of all steps that the block is divided into.
 *
 * <p>The outputs approach those of the exact flow of the vector fields, one after the other; their
 * changes tend to shrink by 2^-p from one halving to the next, where p is the order of the scheme,
 * for a vector field that is smooth enough (Hairer, N&oslash;rsett, Wanner, Solving Ordinary
 * Differential Equations I, section II.3). If the network is as good in the limit, it has learned
 * an ODE, and any other method may solve it; if it is worse, it has learned the errors of its
 * scheme as well (Ott, Katiyar, Hennig, Tiemann, ResNet After All?, ICLR 2021).
 *
 * <p>Holds the networks of smaller steps in native memory: the caller closes it.
 */
public final class StepRefinement implements AutoCloseable {

  /** Receives the progress of an evaluation, in the thread that evaluates. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called after each output of a network.
     *
     * @param passes how much of the {@link #work} is done
     */
    void done(long passes);
  }

  private final List<SuperResolutionNetwork> finer = new ArrayList<>();
  private final List<Upscaler> upscalers = new ArrayList<>();
  private final List<SuperResolutionNetwork> networks = new ArrayList<>();

  private StepRefinement(SuperResolutionNetwork network) {
    networks.add(network);
  }

  /**
   * Makes the networks of smaller steps; they work in tiles chosen by their memory, without
   * self-ensemble.
   *
   * @param network stays the caller's, who closes it after this object; later changes of its
   *     weights have no effect
   * @param halvings how often steps are halved, at least 1
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the blocks are no steps that can be halved
   */
  public static StepRefinement of(SuperResolutionNetwork network, int halvings) {
    return of(network, halvings, OptionalInt.empty(), /* selfEnsemble= */ false);
  }

  /**
   * Makes the networks of smaller steps.
   *
   * @param network stays the caller's, who closes it after this object; later changes of its
   *     weights have no effect
   * @param halvings how often steps are halved, at least 1; the last network takes 2^halvings times
   *     as long
   * @param tileSize the largest side of a tile in LR pixels; empty for one chosen by its memory
   * @param selfEnsemble whether outputs are averaged over the eight symmetries of the square
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the blocks are no steps that can be halved, such as those that
   *     start from zero history with frozen coefficients
   */
  public static StepRefinement of(
      SuperResolutionNetwork network, int halvings, OptionalInt tileSize, boolean selfEnsemble) {
    if (halvings < 1) {
      throw new IllegalArgumentException("Steps are halved at least once, not " + halvings + ".");
    }
    StepRefinement refinement = new StepRefinement(network);
    try {
      for (int i = 0; i < halvings; i++) {
        refinement.halve();
      }
      for (SuperResolutionNetwork each : refinement.networks) {
        refinement.upscalers.add(new Upscaler(each, tileSize, selfEnsemble));
      }
      return refinement;
    } catch (RuntimeException e) {
      refinement.close();
      throw e;
    }
  }

  private void halve() {
    SuperResolutionNetwork coarse = networks.get(networks.size() - 1);
    BlockDoubling doubling = BlockDoubling.of(coarse.spec());
    SuperResolutionNetwork fine =
        new SuperResolutionNetwork(
            doubling.fine(), coarse.scale(), /* seed= */ 1, coarse.parameters().device());
    finer.add(fine);
    networks.add(fine);
    doubling.copy(coarse, fine);
    fine.use(coarse.precision());
  }

  /**
   * The work of an evaluation, in passes of the network as it is; a network of half the step size
   * takes twice as long.
   *
   * @param images how many there are
   */
  public long work(int images) {
    return images * ((1L << networks.size()) - 1);
  }

  /**
   * Compares the outputs of all networks with the originals, and with each other.
   *
   * @param pairs images of the network's scale, at least one
   * @param protocol which samples are compared with the originals
   * @param listener called after each output
   * @return the network as it is, then one for each halving
   * @throws ButcherblockException if an image cannot be read or is too small for the protocol
   * @throws io.butcherblock.upscale.OverflowException if an output is not finite
   */
  public List<RefinedNetwork> evaluate(
      List<ImagePair> pairs, Protocol protocol, Listener listener) {
    List<OutputChanges> changes = networks.stream().map(each -> new OutputChanges()).toList();
    long done = 0;
    for (ImagePair pair : pairs) {
      DecodedPair decoded = pair.load();
      // Of more bits than the files have: what is compared are small differences.
      Image lr = decoded.lr().toRgb().to16Bits();
      List<Image> outputs = new ArrayList<>();
      for (int i = 0; i < networks.size(); i++) {
        Image output = upscalers.get(i).upscale(lr, (tile, tiles) -> {});
        Image compared = decoded.lr().bits() == 8 ? output.to8Bits() : output;
        outputs.add(output);
        changes
            .get(i)
            .add(
                ImageQuality.compare(compared, decoded.hr(), protocol),
                output,
                outputs.get(Math.max(0, i - 1)),
                outputs.get(0));
        done += 1L << i;
        listener.done(done);
      }
    }
    return rows(changes);
  }

  private List<RefinedNetwork> rows(List<OutputChanges> changes) {
    List<RefinedNetwork> rows = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      OutputChanges of = changes.get(i);
      rows.add(
          new RefinedNetwork(
              networks.get(i).spec().blocks(),
              networks.get(i).spec().stepSize(),
              of.quality(),
              of.fromBefore(),
              of.fromFirst(),
              i < 2 ? RefinedNetwork.NO_ORDER : of.orderBehind(changes.get(i - 1))));
    }
    return rows;
  }

  /** Frees the networks of smaller steps. */
  @Override
  public void close() {
    upscalers.forEach(Upscaler::close);
    finer.forEach(SuperResolutionNetwork::close);
  }
}
