package io.butcherblock.nn;

import io.butcherblock.device.Autocast;
import io.butcherblock.device.Float32Products;
import io.butcherblock.device.Precision;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * EDSR's shell around ODE blocks (He et al., CVPR 2019, Fig. 2; Lim et al., CVPRW 2017): mean
 * shift, head convolution, blocks, a convolution, the head's output added, upsampler, tail
 * convolution, mean shift back.
 *
 * <p>Owns its parameters: close it.
 */
public final class SuperResolutionNetwork implements AutoCloseable {

  private static final int COLORS = 3;

  private final NetworkSpec spec;
  private final int scale;
  private final Parameters parameters;
  private final MeanShift meanShift;
  private final Convolution head;
  private final List<OdeBlock> blocks = new ArrayList<>();
  private final Convolution afterBlocks;
  private final Upsampler upsampler;
  private final Convolution tail;
  private Precision precision = Precision.FP32;

  /**
   * Builds a network with initial weights.
   *
   * @param scale 2, 3 or 4
   * @param seed of the initial weights
   */
  public SuperResolutionNetwork(NetworkSpec spec, int scale, long seed, Device device) {
    Upsampler.check(scale);
    torch.manual_seed(seed);
    this.spec = spec;
    this.scale = scale;
    this.parameters = new Parameters(device);
    ParameterScope root = parameters.scope("");
    int channels = spec.channels();
    this.meanShift = new MeanShift(parameters);
    this.head = new Convolution(root.child(StateDictKeys.HEAD), COLORS, channels);
    for (int i = 0; i < spec.blocks(); i++) {
      BlockParts parts =
          new BlockParts(
              root.child(StateDictKeys.body(i)),
              spec.vectorField(),
              spec.sharing(),
              channels,
              spec.stepSize());
      blocks.add(spec.scheme().newBlock(parts, spec.coefficients()));
    }
    this.afterBlocks =
        new Convolution(root.child(StateDictKeys.body(spec.blocks())), channels, channels);
    this.upsampler = new Upsampler(root, channels, scale);
    this.tail = new Convolution(root.child(StateDictKeys.TAIL), channels, COLORS);
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
        Float32Products products = precision.products(parameters.device());
        Autocast region = precision.autocast(parameters.device())) {
      Tensor shifted = meanShift.subtract(lr);
      Tensor first = head.apply(shifted);
      shifted.close();
      Tensor features = body(first);
      features.add_(first);
      first.close();
      Tensor large = upsampler.apply(features);
      features.close();
      Tensor image = tail.apply(large);
      large.close();
      Tensor sr = meanShift.add(image);
      image.close();
      return Tensors.escape(sr);
    }
  }

  private Tensor body(Tensor first) {
    Tensor features = blocks.get(0).forward(first);
    for (OdeBlock block : blocks.subList(1, blocks.size())) {
      try (Tensor before = features) {
        features = block.forward(before);
      }
    }
    Tensor result = afterBlocks.apply(features);
    features.close();
    return result;
  }

  @Override
  public void close() {
    meanShift.close();
    parameters.close();
  }
}
