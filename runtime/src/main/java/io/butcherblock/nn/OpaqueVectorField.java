package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.OptionalInt;

/**
 * A vector field written by hand as tensor code, for operators that graphs do not have; where they
 * suffice, {@link GraphVectorField} is better.
 *
 * <p>Its networks are trained and used like all others. They cannot be exported, inference runs
 * each evaluation as it is, and estimates of memory do not include what an evaluation needs inside.
 */
public abstract non-sealed class OpaqueVectorField implements VectorFieldFactory {

  /**
   * Makes one evaluation of the vector field with its weights.
   *
   * @param parameters where the weights are registered; the network owns and closes them
   * @param stage the place of the evaluation in its block
   * @return the tensor code, whose result shares no memory with its argument
   */
  @Override
  public abstract RightHandSide create(ParameterScope parameters, StageContext stage);

  /**
   * The number of trainable scalars of one evaluation.
   *
   * @param channels the number C of feature maps
   */
  public abstract long parameters(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation, for each pixel of the feature
   * maps.
   *
   * @param channels the number C of feature maps
   */
  public abstract long macsPerPixel(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation that do not grow with the image:
   * those on a mean over all of it. 0 unless overridden.
   *
   * @param channels the number C of feature maps
   */
  public long macsPerImage(int channels) {
    return 0;
  }

  /**
   * How many pixels to each side the result at a pixel depends on; empty if it depends on the whole
   * image, which then is not cut into tiles.
   */
  public abstract OptionalInt radius();

  @Override
  public final Value describe(NodeWriter nodes, StageContext stage, Value y) {
    int channels = stage.channels();
    return nodes.opaque(
        key(stage.stage()),
        name(),
        getClass().getName(),
        new GraphSize(
            parameters(channels), macsPerPixel(channels), macsPerImage(channels), radius()),
        y);
  }

  /** What names, in its block, the tensor code of one stage. */
  static String key(int stage) {
    return "evaluation" + stage;
  }
}
