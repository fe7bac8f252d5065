package io.butcherblock.nn;

import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * A block whose state is more than one value: a step of a multistep scheme that carries its history
 * from block to block, or of a partitioned scheme, whose state has two halves. Base class of such
 * blocks that the compiler generates.
 */
public abstract class StateBlock extends OdeBlock {

  /**
   * Makes the evaluations of the block's vector field and registers their parameters.
   *
   * @param parts what the block is built from
   * @param evaluations how often the scheme evaluates the vector field in one block
   */
  protected StateBlock(BlockParts parts, int evaluations) {
    super(parts, evaluations);
  }

  /**
   * Makes the evaluations of the block's vector field and registers their parameters.
   *
   * @param parts what the block is built from
   * @param evaluations how often the scheme evaluates the vector field in one block
   * @param stepPower d of a scheme for y^(d) = f(y), whose evaluations give h^d f: 1 or 2
   */
  protected StateBlock(BlockParts parts, int evaluations, int stepPower) {
    super(parts, evaluations, stepPower);
  }

  @Override
  public abstract List<Tensor> forward(List<Tensor> state);

  /**
   * Not possible: this block needs more than y.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public final Tensor forward(Tensor y0) {
    throw new UnsupportedOperationException(
        "This block maps a state of several values; give it all of them.");
  }
}
