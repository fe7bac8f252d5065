package io.butcherblock.evaluate;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.device.Precision;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ImageQuality;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.nn.BlockDoubling;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.upscale.Upscaler;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Whether a trained network computes the solution of an ODE: its outputs as each of its steps is
 * divided into two of half the step size, again and again. The vector fields of a block are those
 * of all steps that the block is divided into, so that the ODE is y' = f_n(y) while block n lasts:
 * f_n is the one field of the block, the mean of its fields with the scheme's weights where each
 * stage has one, or, of a block that starts from zero history, what all its layers make of y.
 *
 * <p>The outputs approach those of the exact solution; their changes tend to shrink by 2^-p from
 * one halving to the next, where p is the {@link ExpectedOrder} (Hairer, N&oslash;rsett, Wanner,
 * Solving Ordinary Differential Equations I, section II.3). A field with kinks, such as one with
 * ReLU, allows no order above 2. If the network is as good in the limit, its weights are those of
 * an ODE; if it is worse, they make up for the errors of its scheme as well (Ott, Katiyar, Hennig,
 * Tiemann, ResNet After All?, ICLR 2021).
 *
 * <p>Holds the networks of smaller steps in native memory, each with weights of its own: with n
 * halvings 2^(n+1) times those of the blocks, and as much again as prepared for inference. The
 * caller closes it. For one thread at a time.
 */
public final class StepRefinement implements AutoCloseable {

  /** Receives the progress of an evaluation, in the thread that evaluates. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Called after each tile. What it throws ends the evaluation and reaches the caller.
     *
     * @param passes how much of the {@link #work} is done
     */
    void done(double passes);
  }

  private final List<Upscaler> upscalers = new ArrayList<>();

  /** The caller's, then ours. */
  private final List<SuperResolutionNetwork> networks = new ArrayList<>();

  private StepRefinement(SuperResolutionNetwork network) {
    networks.add(network);
  }

  /**
   * Makes the networks of smaller steps; they work in tiles chosen by their memory, without
   * self-ensemble.
   *
   * @param network of {@link Precision#FP32}; stays the caller's, who closes it after this object;
   *     later changes of its weights have no effect
   * @param halvings how often steps are halved, at least 1
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the blocks are no steps that can be halved, or the network is
   *     of another precision
   */
  public static StepRefinement of(SuperResolutionNetwork network, int halvings) {
    return of(network, halvings, OptionalInt.empty(), /* selfEnsemble= */ false);
  }

  /**
   * Makes the networks of smaller steps.
   *
   * @param network of {@link Precision#FP32}; stays the caller's, who closes it after this object;
   *     later changes of its weights have no effect
   * @param halvings how often steps are halved, at least 1
   * @param tileSize the largest side of a tile in LR pixels; empty for one chosen by its memory,
   *     and for networks that depend on the whole image
   * @param selfEnsemble whether outputs are averaged over the eight symmetries of the square
   * @return a new object, which the caller closes
   * @throws ButcherblockException if the blocks are no steps that can be halved, such as those that
   *     start from zero history with frozen coefficients; or the network is of another precision
   */
  public static StepRefinement of(
      SuperResolutionNetwork network, int halvings, OptionalInt tileSize, boolean selfEnsemble) {
    if (halvings < 1) {
      throw new IllegalArgumentException("Steps are halved at least once, not " + halvings + ".");
    }
    check(network);
    StepRefinement refinement = new StepRefinement(network);
    boolean made = false;
    try {
      for (int i = 0; i < halvings; i++) {
        refinement.halve();
      }
      for (SuperResolutionNetwork each : refinement.networks) {
        refinement.upscalers.add(new Upscaler(each, tileSize, selfEnsemble));
      }
      made = true;
      return refinement;
    } finally {
      if (!made) {
        refinement.close();
      }
    }
  }

  private static void check(SuperResolutionNetwork network) {
    NetworkSpec spec = network.spec();
    if (network.precision() != Precision.FP32) {
      throw ButcherblockException.of(
          "What is compared are small differences, which %s rounds away; give %s.",
          network.precision(), Setting.PRECISION.of(Precision.FP32));
    }
    boolean carries = spec.scheme().programs(spec.coefficients()).size() > 1;
    if (carries && spec.sharing() != WeightSharing.NETWORK) {
      throw new ButcherblockException(
          "%s carries its history from block to block, and the vector field changes with the block (sharing = %s), so that with smaller steps its start would last shorter and another ODE be solved; that of a network with one vector field (sharing = %s) can be halved."
              .formatted(spec.scheme().facts().name(), spec.sharing(), WeightSharing.NETWORK));
    }
  }

  private void halve() {
    SuperResolutionNetwork coarse = networks.get(networks.size() - 1);
    BlockDoubling doubling = BlockDoubling.of(coarse.spec());
    SuperResolutionNetwork fine =
        new SuperResolutionNetwork(
            doubling.fine(), coarse.scale(), /* seed= */ 1, coarse.parameters().device());
    networks.add(fine);
    doubling.copy(coarse, fine);
  }

  /**
   * The work of an evaluation, in passes of the network as it is; a network of half the step size
   * takes twice as long, and more in tiles, for it looks at twice as much around them.
   *
   * @param images how many there are
   * @param halvings how often steps are halved
   */
  public static long work(int images, int halvings) {
    return images * ((2L << halvings) - 1);
  }

  /**
   * Compares the outputs of all networks with the originals, and with each other. PSNR and SSIM are
   * of outputs rounded to 8 bits, as everywhere; changes are of outputs neither clamped nor
   * rounded.
   *
   * @param pairs images of the network's scale, at least one
   * @param protocol which samples are compared with the originals
   * @param listener called after each tile
   * @return the network as it is, then one for each halving
   * @throws ButcherblockException if an image cannot be read or is too small for the protocol, or
   *     an output is not finite
   * @throws IllegalStateException if this is closed
   */
  public List<RefinedNetwork> evaluate(
      List<ImagePair> pairs, Protocol protocol, Listener listener) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("There is no image.");
    }
    // Before any work: the last image is as small as the first.
    pairs.forEach(pair -> checkSize(pair, protocol));
    List<OutputChanges> changes = networks.stream().map(each -> new OutputChanges()).toList();
    double done = 0;
    for (ImagePair pair : pairs) {
      evaluate(pair, protocol, changes, done, listener);
      done += work(1, networks.size() - 1);
    }
    return rows(changes);
  }

  private void checkSize(ImagePair pair, Protocol protocol) {
    try {
      ImageQuality.checkSize(pair.lrSize().times(networks.get(0).scale()), protocol);
    } catch (ButcherblockException e) {
      throw e.within(pair.name());
    }
  }

  private void evaluate(
      ImagePair pair,
      Protocol protocol,
      List<OutputChanges> changes,
      double before,
      Listener listener) {
    DecodedPair decoded = pair.load();
    List<float[]> outputs = new ArrayList<>();
    for (int i = 0; i < networks.size(); i++) {
      long work = 1L << i;
      double done = before + work - 1;
      float[] output =
          output(
              i,
              pair,
              decoded.lr(),
              (tile, tiles) -> listener.done(done + (double) work * tile / tiles));
      outputs.add(output);
      changes
          .get(i)
          .add(
              quality(decoded, output, protocol),
              output,
              outputs.get(Math.max(0, i - 1)),
              outputs.get(0));
    }
  }

  private float[] output(int number, ImagePair pair, Image lr, Upscaler.Listener tiles) {
    try {
      return upscalers.get(number).planes(lr, tiles);
    } catch (ButcherblockException e) {
      throw e.within(
          "%s, with %s blocks".formatted(pair.name(), networks.get(number).spec().blocks()));
    }
  }

  private PsnrSsim quality(DecodedPair decoded, float[] output, Protocol protocol) {
    int scale = networks.get(0).scale();
    Image sr =
        Image.ofPlanes(
            scale * decoded.lr().width(), scale * decoded.lr().height(), /* channels= */ 3, output);
    return ImageQuality.compare(sr, decoded.hr(), protocol);
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
              i < 2 ? OptionalDouble.empty() : of.orderBehind(changes.get(i - 1))));
    }
    return rows;
  }

  /** Frees the networks of smaller steps. Further calls do nothing. */
  @Override
  public void close() {
    upscalers.forEach(Upscaler::close);
    networks.subList(1, networks.size()).forEach(SuperResolutionNetwork::close);
  }
}
