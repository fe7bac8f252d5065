package io.butcherblock.benchmarks.blocks;

import io.butcherblock.dsl.WeightSharing;
import io.butcherblock.examples.schemes.Kutta3TrainableBlock;
import io.butcherblock.examples.schemes.LeapfrogTrainableBlock;
import io.butcherblock.nn.BlockParts;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.OdeBlock;
import io.butcherblock.nn.Parameters;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.pytorch.Tensor;

/** A scheme as a generated block and by hand, over the same weights. */
public enum BlockSubject {
  KUTTA3(Kutta3TrainableBlock::new, Kutta3ByHand::new),
  LEAPFROG(LeapfrogTrainableBlock::new, LeapfrogByHand::new);

  @SuppressWarnings("ImmutableEnumChecker") // A constructor.
  private final Function<BlockParts, OdeBlock> generated;

  @SuppressWarnings("ImmutableEnumChecker") // A constructor.
  private final Function<Map<String, Tensor>, Block> byHand;

  BlockSubject(
      Function<BlockParts, OdeBlock> generated, Function<Map<String, Tensor>, Block> byHand) {
    this.generated = generated;
    this.byHand = byHand;
  }

  /** What a block does. */
  @FunctionalInterface
  interface Block {

    /** A new tensor of the shape of {@code y0}, which stays the caller's. */
    Tensor forward(Tensor y0);
  }

  /** The generated block; registers its weights. */
  Block generated(Parameters parameters, int channels) {
    BlockParts parts =
        new BlockParts(
            parameters.scope(""),
            Catalogue.onClassPath().vectorFields().get("gv2"),
            WeightSharing.PER_STAGE,
            channels,
            1);
    return generated.apply(parts)::forward;
  }

  /** The block by hand, over the weights that the generated one has registered. */
  Block byHand(Parameters parameters) {
    return byHand.apply(parameters.byName());
  }
}
