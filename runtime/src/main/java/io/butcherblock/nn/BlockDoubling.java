package io.butcherblock.nn;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import io.butcherblock.names.Counted;
import io.butcherblock.program.BlockProgram;
import io.butcherblock.program.StepHalving;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * From a network to that of half as many blocks with twice the step size, and back: each block
 * becomes two of half its step size with its weights (Chang, Meng, Haber, Tung and Begert,
 * Multi-level Residual Networks from Dynamical Systems View, ICLR 2018). Both follow the same ODE
 * over the same time.
 *
 * <p>Where a scheme carries its history through the network, the first blocks are its start and
 * have programs of their own; a block then has the weights of the nearest one behind that computes
 * the same as it.
 */
public final class BlockDoubling {

  private static final Pattern BLOCK = Pattern.compile("body\\.(\\d+)\\.(.+)");

  private final NetworkSpec fine;
  private final NetworkSpec coarse;
  private final StepHalving halving;

  private BlockDoubling(NetworkSpec fine, StepHalving halving) {
    this.fine = fine;
    this.coarse =
        fine.withSize(fine.blocks() / 2, fine.channels()).withStepSize(2 * fine.stepSize());
    this.halving = halving;
  }

  /**
   * The doubling of a network.
   *
   * @param coarse of any number of blocks
   * @throws ButcherblockException if two blocks of half the step size are not about one block of
   *     its scheme, or it has fewer blocks than the scheme's start
   */
  public static BlockDoubling of(NetworkSpec coarse) {
    List<BlockProgram> programs = coarse.scheme().programs(coarse.coefficients());
    StepHalving halving = StepHalving.of(programs);
    if (halving.obstacle().isPresent()) {
      throw new ButcherblockException(
          "The blocks of %s are no steps of an ODE that could be halved, for %s."
              .formatted(coarse.scheme().facts().name(), halving.obstacle().get()));
    }
    if (coarse.blocks() < programs.size()) {
      throw new ButcherblockException(
          "The steps of %s can be halved in networks of at least %s, for it starts with blocks of its own; this one has %s."
              .formatted(
                  coarse.scheme().facts().name(),
                  Counted.of(programs.size(), "block"),
                  coarse.blocks()));
    }
    NetworkSpec fine =
        coarse
            .withSize(Math.multiplyExact(2, coarse.blocks()), coarse.channels())
            .withStepSize(coarse.stepSize() / 2);
    return new BlockDoubling(fine, halving);
  }

  /**
   * The doubling that leads to a network.
   *
   * @param fine with an even number of blocks
   * @throws ButcherblockException if two blocks of half the step size are not about one block of
   *     its scheme, or half as many are fewer than the scheme's start needs
   */
  public static BlockDoubling to(NetworkSpec fine) {
    List<BlockProgram> programs = fine.scheme().programs(fine.coefficients());
    StepHalving halving = StepHalving.of(programs);
    if (halving.obstacle().isPresent()) {
      throw ButcherblockException.of(
          "The blocks of %s cannot be doubled, for %s; train it at %s, or with another %s or %s.",
          fine.scheme().facts().name(),
          halving.obstacle().get(),
          Setting.LEVELS.of(1),
          Setting.SCHEME,
          Setting.COEFFICIENTS);
    }
    if (fine.blocks() / 2 < programs.size()) {
      throw ButcherblockException.of(
          "%s starts with blocks of its own and needs at least %s, but its smallest network would"
              + " have %s; give fewer %s, or more %s.",
          fine.scheme().facts().name(),
          programs.size(),
          fine.blocks() / 2,
          Setting.LEVELS,
          Setting.BLOCKS);
    }
    return new BlockDoubling(fine, halving);
  }

  /** The network of twice as many blocks with half the step size. */
  public NetworkSpec fine() {
    return fine;
  }

  /** The network of half as many blocks with twice the step size. */
  public NetworkSpec coarse() {
    return coarse;
  }

  /**
   * Changes the initial coefficients of a coarse network so that they are those declared when its
   * blocks have been doubled: the ones that {@link StepHalving#doubled} names.
   *
   * @param network with its initial weights, of the scheme of this doubling; stays the caller's
   * @param doublings how often its blocks are to be doubled
   */
  public void prepare(SuperResolutionNetwork network, int doublings) {
    NoGradGuard guard = new NoGradGuard();
    try {
      network
          .parameters()
          .byName()
          .forEach((key, parameter) -> multiply(parameter, Math.pow(factor(key), -doublings)));
    } finally {
      guard.close();
    }
  }

  /**
   * Gives a network the weights of that with half as many blocks.
   *
   * @param from of {@link #coarse}; stays the caller's
   * @param to the network that this doubling leads to, of the same scale; stays the caller's
   */
  public void copy(SuperResolutionNetwork from, SuperResolutionNetwork to) {
    Map<String, Tensor> weights = from.parameters().byName();
    NoGradGuard guard = new NoGradGuard();
    try {
      to.parameters()
          .byName()
          .forEach(
              (key, parameter) -> {
                parameter.copy_(weights.get(source(key)));
                multiply(parameter, factor(key));
              });
    } finally {
      guard.close();
    }
  }

  private static void multiply(Tensor parameter, double factor) {
    if (factor != 1) {
      try (Scalar scalar = new Scalar(factor)) {
        parameter.mul_(scalar);
      }
    }
  }

  /**
   * The parameter of the coarse network that one of the fine network begins with: {@code
   * body.2.conv1.weight} for both {@code body.4.conv1.weight} and {@code body.5.conv1.weight}.
   */
  String source(String key) {
    Matcher block = BLOCK.matcher(key);
    if (!block.matches()) {
      return key;
    }
    int number = Integer.parseInt(block.group(1));
    // The convolution behind the blocks counts as one of them.
    int from = number == fine.blocks() ? coarse.blocks() : source(number);
    return StateDictKeys.body(from) + "." + block.group(2);
  }

  private int source(int number) {
    List<BlockProgram> programs = coarse.programs();
    BlockProgram own = fine.programs().get(number);
    return IntStream.range(number / 2, coarse.blocks())
        .filter(i -> programs.get(i).equals(own))
        .findFirst()
        .orElseThrow();
  }

  /** What a parameter is multiplied by when its block is doubled: 1 or 2. */
  private double factor(String key) {
    Matcher block = BLOCK.matcher(key);
    if (!block.matches()) {
      return 1;
    }
    int last = fine.scheme().programs(fine.coefficients()).size() - 1;
    int program = Math.min(Integer.parseInt(block.group(1)), last);
    return halving.doubled(program).contains(block.group(2)) ? 2 : 1;
  }
}
