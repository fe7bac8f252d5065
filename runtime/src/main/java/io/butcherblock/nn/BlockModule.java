package io.butcherblock.nn;

import io.butcherblock.dsl.Coefficients;
import io.butcherblock.dsl.WeightSharing;
import java.util.HashMap;
import java.util.Map;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A block that the compiler generated, as a {@code torch::nn::Module} for a user's own model.
 *
 * <pre>{@code
 * final class Denoiser extends Module {
 *   private final BlockModule block =
 *       register_module("block", new BlockModule(new Kutta3Scheme(), new GV2VectorField(), 64));
 * }
 * }</pre>
 *
 * <p>Its parameters have the names that they have in the block, such as {@code relu1.weight}, where
 * each part of a name is a submodule: they are among {@code parameters()} of the model, are saved
 * with it, and move with its {@code to(...)}. Initial weights are drawn as LibTorch draws those of
 * its own modules, from the default generator ({@code torch.manual_seed}).
 */
public final class BlockModule extends Module {

  private static final int FEATURE_MAP_DIMENSIONS = 4;

  private final Parameters parameters = new Parameters();
  private final OdeBlock block;

  /** The modules by path, kept since LibTorch gives back others. */
  private final Map<String, Module> modules = new HashMap<>();

  /**
   * Makes a block whose coefficients are trained, with weights of its own for each evaluation and
   * step size 1.
   *
   * @param scheme generated from a tableau or a recurrence: {@code new Kutta3Scheme()}
   * @param vectorField the vector field G, generated or written by hand
   * @param channels the number C of feature maps, at least 1
   */
  public BlockModule(OdeScheme scheme, VectorFieldFactory vectorField, int channels) {
    this(scheme, vectorField, channels, WeightSharing.PER_STAGE, 1, Coefficients.TRAINABLE);
  }

  /**
   * Makes a block.
   *
   * @param scheme generated from a tableau or a recurrence: {@code new Kutta3Scheme()}
   * @param vectorField the vector field G, generated or written by hand
   * @param channels the number C of feature maps, at least 1
   * @param sharing which evaluations share one G; of a single block, {@code NETWORK} is {@code
   *     SHARED} and {@code RECURRENT} is {@code PER_STAGE}. A block may be used any number of times
   * @param stepSize the step size h
   * @param coefficients whether the scheme's coefficients are trained
   */
  public BlockModule(
      OdeScheme scheme,
      VectorFieldFactory vectorField,
      int channels,
      WeightSharing sharing,
      double stepSize,
      Coefficients coefficients) {
    super(scheme.facts().name());
    if (channels < 1) {
      throw new IllegalArgumentException("A block has at least 1 channel, not " + channels + ".");
    }
    if (!scheme.program(coefficients).hasOneState()) {
      throw new IllegalArgumentException(
          "A block of "
              + scheme.facts().name()
              + " needs more than y: call newBlock of the scheme, and its forward with the whole"
              + " state.");
    }
    BlockParts parts =
        new BlockParts(parameters.scope(""), vectorField, sharing, channels, stepSize);
    this.block = scheme.newBlock(parts, coefficients);
    parameters.byName().forEach(this::register);
  }

  /** LibTorch refuses dots in the name of a parameter: what stands before one is a module. */
  private void register(String name, Tensor parameter) {
    int dot = name.lastIndexOf('.');
    Module owner = dot < 0 ? this : module(name.substring(0, dot));
    owner.register_parameter(name.substring(dot + 1), parameter);
  }

  private Module module(String path) {
    Module known = modules.get(path);
    if (known != null) {
      return known;
    }
    int dot = path.lastIndexOf('.');
    Module owner = dot < 0 ? this : module(path.substring(0, dot));
    String name = path.substring(dot + 1);
    Module made = new Module(name);
    owner.register_module(name, made);
    modules.put(path, made);
    return made;
  }

  /**
   * Computes the block's output; gradients reach its parameters and {@code y0}. Feature maps are
   * worked on channels last, whatever layout they come in.
   *
   * @param y0 feature maps, float32 [N, C, H, W]; stays the caller's
   * @return a new tensor of the same shape, laid out channels last, which the caller closes
   * @throws IllegalStateException if this is closed
   */
  public Tensor forward(Tensor y0) {
    parameters.checkOpen();
    if (y0.dim() != FEATURE_MAP_DIMENSIONS) {
      return block.forward(y0);
    }
    // What the model does next then has it channels last, too; see Parameters.
    try (Tensor channelsLast = y0.contiguous(torch.MemoryFormat.ChannelsLast)) {
      return block.forward(channelsLast);
    }
  }

  /**
   * Frees the native memory of the module and of its parameters, unless a model still holds them.
   */
  @Override
  public void close() {
    parameters.close();
    super.close();
  }
}
