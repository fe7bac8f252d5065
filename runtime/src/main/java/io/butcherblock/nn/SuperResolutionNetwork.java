package io.butcherblock.nn;

import io.butcherblock.device.Precision;
import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.execute.Autocast;
import io.butcherblock.execute.Float32Products;
import io.butcherblock.execute.TensorProgram;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;

/**
 * A network with its weights: ODE blocks in the trunk of EDSR (He et al., CVPR 2019, Fig. 2; Lim et
 * al., CVPRW 2017), as {@link NetworkSpec#graph} describes it.
 *
 * <p>Owns its parameters: close it.
 */
public final class SuperResolutionNetwork implements AutoCloseable {

  private final NetworkSpec spec;
  private final int scale;
  private final Parameters parameters;
  private final TensorProgram program;
  private final Map<String, RightHandSide> evaluations = new HashMap<>();
  private Precision precision = Precision.FP32;

  /**
   * Builds a network with initial weights. They are drawn from a generator of the network's own:
   * that of the process is left as it is.
   *
   * @param scale 2, 3 or 4
   * @param seed of the initial weights; the same seed gives the same weights
   * @param device where its parameters will live; still the caller's
   * @throws io.butcherblock.error.ButcherblockException if {@code scale} is another one
   */
  public SuperResolutionNetwork(NetworkSpec spec, int scale, long seed, Device device) {
    NetworkTopology topology = NetworkTopology.of(spec, scale);
    this.spec = spec;
    this.scale = scale;
    this.parameters = new Parameters(device, seed);
    this.program = NetworkProgram.of(topology, parameters.scope(""), this::newBlock);
  }

  private OdeBlock newBlock(int number) {
    String key = StateDictKeys.body(number);
    BlockParts parts =
        new BlockParts(
            parameters.scope(key),
            spec.vectorField(),
            spec.sharing(),
            spec.channels(),
            spec.stepSize());
    OdeBlock block = spec.scheme().newBlock(parts, spec.coefficients());
    int own = spec.sharing() == WeightSharing.SHARED ? 1 : spec.program().evaluations();
    for (int stage = 1; stage <= own; stage++) {
      evaluations.put(key + "." + OpaqueVectorField.key(stage), block.rightHandSide(stage));
    }
    return block;
  }

  /** The declaration that the network was built from. */
  public NetworkSpec spec() {
    return spec;
  }

  /** The enlargement: 2, 3 or 4. */
  public int scale() {
    return scale;
  }

  /** The trainable tensors; the network's to close. */
  public Parameters parameters() {
    return parameters;
  }

  /**
   * The tensor code of an opaque evaluation of the network's graph.
   *
   * @param key as {@link io.butcherblock.graph.Node.Opaque#key} says
   */
  public RightHandSide opaque(String key) {
    return evaluations.get(key);
  }

  /** How exactly its products are taken; {@link Precision#FP32} if nothing else was said. */
  public Precision precision() {
    return precision;
  }

  /**
   * Changes how exactly the products of this network, and of no other, are taken from now on.
   *
   * @throws io.butcherblock.error.ButcherblockException if its device cannot do it
   */
  public void use(Precision newPrecision) {
    newPrecision.check(parameters.device());
    precision = newPrecision;
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
    try (PointerScope scope = new PointerScope();
        Float32Products products = Float32Products.of(precision, parameters.device());
        Autocast region = Autocast.of(precision, parameters.device())) {
      return Tensors.escape(program.run(lr));
    }
  }

  @Override
  public void close() {
    program.close();
    parameters.close();
  }
}
