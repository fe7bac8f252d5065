package io.butcherblock.nn;

import io.butcherblock.device.Precision;
import io.butcherblock.execute.Autocast;
import io.butcherblock.execute.CloseOnFailure;
import io.butcherblock.execute.Float32Products;
import io.butcherblock.execute.TensorSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * A super-resolution network with its weights: the architecture of EDSR (Lim et al., CVPRW 2017)
 * with ODE blocks (He et al., CVPR 2019, Fig. 2) as its body.
 *
 * <p>Owns its parameters in native memory: the caller closes it.
 */
public final class SuperResolutionNetwork implements AutoCloseable {

  private final NetworkSpec spec;
  private final int scale;
  private final Parameters parameters;
  private final NetworkProgram program;
  private final int fieldChannels;
  private final List<BlockPlace> places;
  private final List<OdeBlock> blocks = new ArrayList<>();
  private final Map<String, RightHandSide> evaluations = new HashMap<>();
  private Precision precision = Precision.FP32;

  /**
   * Builds a network with random initial weights. They are drawn from a generator of the network's
   * own; the default generator of the process is not changed.
   *
   * @param spec scheme, vector field and size
   * @param scale the enlargement: 2, 3 or 4
   * @param seed of the initial weights; the same seed gives the same weights
   * @param device where the network is built; stays the caller's
   * @throws io.butcherblock.error.ButcherblockException if {@code scale} is another one
   */
  public SuperResolutionNetwork(NetworkSpec spec, int scale, long seed, Device device) {
    NetworkTopology topology = NetworkTopology.of(spec, scale);
    this.spec = spec;
    this.scale = scale;
    this.fieldChannels = spec.fieldChannels();
    this.places = BlockPlace.all(spec);
    try (CloseOnFailure made = new CloseOnFailure()) {
      this.parameters = made.add(new Parameters(device, seed));
      this.program = new NetworkProgram(topology, spec, parameters, this::newBlock);
      made.keep();
    }
  }

  private OdeBlock newBlock(int number) {
    BlockPlace place = places.get(number);
    if (place.isEarlierBlock()) {
      OdeBlock earlier = blocks.get(place.coefficients());
      blocks.add(earlier);
      return earlier;
    }
    String key = StateDictKeys.body(number);
    BlockParts parts =
        new BlockParts(
            parameters.scope(key),
            spec.vectorField(),
            spec.sharing(),
            fieldChannels,
            spec.stepSize(),
            place.hasVectorField()
                ? List.of()
                : List.copyOf(blocks.get(place.vectorField()).vectorFields().values()));
    OdeBlock block = spec.scheme().newBlock(number, parts, spec.coefficients());
    if (place.hasVectorField()) {
      block.vectorFields().forEach((name, field) -> evaluations.put(key + "." + name, field));
    }
    blocks.add(block);
    return block;
  }

  /** Scheme, vector field and size of the network. */
  public NetworkSpec spec() {
    return spec;
  }

  /** The factor by which the network enlarges width and height: 2, 3 or 4. */
  public int scale() {
    return scale;
  }

  /** The trainable tensors of the network. They are closed with it, not by the caller. */
  public Parameters parameters() {
    return parameters;
  }

  /** Parameters and constants for the network's graph, all of them the network's. */
  @SuppressWarnings("exports")
  public TensorSource tensors() {
    return parameters.scope("").tensors();
  }

  /**
   * The tensor code of an opaque evaluation of the network's graph.
   *
   * @param key the key of the evaluation, {@link io.butcherblock.graph.Node.Opaque#key}
   * @return null if there is no evaluation of that key
   */
  public RightHandSide opaque(String key) {
    return evaluations.get(key);
  }

  /** The precision that the network computes in; {@link Precision#FP32} by default. */
  public Precision precision() {
    return precision;
  }

  /**
   * Sets the precision that this network computes in. Other networks are not affected.
   *
   * @throws io.butcherblock.error.ButcherblockException if the network's device does not have the
   *     precision
   */
  public void use(Precision newPrecision) {
    newPrecision.check(parameters.device());
    precision = newPrecision;
  }

  /**
   * Enlarges a batch of images; gradients reach the parameters.
   *
   * @param lr float32 [N, 3, H, W], RGB in 0..255, on the network's device; stays the caller's
   * @return a new tensor [N, 3, scale H, scale W], RGB, neither clamped nor rounded, which the
   *     caller closes
   */
  public Tensor forward(Tensor lr) {
    // The scope frees on failure what a successful run has already closed one by one.
    try (PointerScope scope = new PointerScope();
        Float32Products products = Float32Products.of(precision, parameters.device());
        Autocast region = Autocast.of(precision, parameters.device())) {
      return Tensors.escape(program.whole().run(lr));
    }
  }

  /**
   * The parts that the network can be run in, first to last: what stands before the blocks, each
   * block, what stands behind them. The last makes the enlarged images.
   */
  public List<NetworkSegment> segments() {
    return Collections.unmodifiableList(program.segments());
  }

  /**
   * Runs a part of the network; gradients reach its inputs and parameters if they are recorded.
   *
   * @param segment one of {@link #segments}
   * @param inputs float32 or the network's precision, in the order of {@link
   *     NetworkSegment#inputs}; they stay the caller's
   * @return new tensors in the order of {@link NetworkSegment#outputs}, which the caller closes
   */
  public List<Tensor> forward(NetworkSegment segment, List<Tensor> inputs) {
    return run(() -> segment.forward(inputs));
  }

  /**
   * Runs a block so that its inverse can undo it: sums are taken in double precision, the vector
   * field is evaluated in the network's. Gradients are not to be recorded.
   *
   * @param segment one of {@link #segments}, which has an inverse
   * @param inputs in the order of {@link NetworkSegment#inputs}; they stay the caller's
   * @return new tensors, float64, in the order of {@link NetworkSegment#outputs}, which the caller
   *     closes
   */
  public List<Tensor> forwardInDouble(NetworkSegment segment, List<Tensor> inputs) {
    return run(() -> segment.forwardInDouble(inputs));
  }

  /**
   * Computes what a block was given, from the state behind it, within rounding of double precision
   * if that is from {@link #forwardInDouble}. Gradients are not to be recorded.
   *
   * @param segment one of {@link #segments}, which has an inverse
   * @param stateBehind in the order of {@link NetworkSegment#stateBehind}; stays the caller's
   * @return new tensors, float64, in the order of {@link NetworkSegment#recomputed}, which the
   *     caller closes
   */
  public List<Tensor> inverse(NetworkSegment segment, List<Tensor> stateBehind) {
    return run(() -> segment.backward(stateBehind));
  }

  private List<Tensor> run(Supplier<List<Tensor>> code) {
    try (PointerScope scope = new PointerScope();
        Float32Products products = Float32Products.of(precision, parameters.device());
        Autocast region = Autocast.of(precision, parameters.device())) {
      List<Tensor> made = code.get();
      made.forEach(Tensors::escape);
      return made;
    }
  }

  @Override
  public void close() {
    program.close();
    parameters.close();
  }
}
