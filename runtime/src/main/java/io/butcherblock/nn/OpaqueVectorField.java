package io.butcherblock.nn;

import io.butcherblock.graph.GraphSize;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Value;
import java.util.OptionalInt;

/**
 * A vector field that is tensor code, of which nothing is known but the numbers that it gives. For
 * what graphs have no operator for; else {@link GraphVectorField} is better.
 *
 * <p>Its networks are trained and used as all others. They cannot be exported, a plan runs each
 * evaluation as it is, and estimates of memory do not know what an evaluation needs inside.
 */
public abstract non-sealed class OpaqueVectorField implements VectorFieldFactory {

  /**
   * {@inheritDoc}
   *
   * @return the tensor code, whose result shares no memory with its argument
   */
  @Override
  public abstract RightHandSide create(ParameterScope parameters, StageContext stage);

  /** The number of trainable scalars of one vector field with {@code channels} feature maps. */
  public abstract long parameters(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation, for each pixel of the feature
   * maps.
   */
  public abstract long macsPerPixel(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation that do not grow with the image:
   * those on a mean over all of it.
   */
  public long macsPerImage(int channels) {
    return 0;
  }

  /**
   * How many pixels to each side the result at a pixel depends on; empty if on the whole image,
   * which then is not cut into tiles.
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
