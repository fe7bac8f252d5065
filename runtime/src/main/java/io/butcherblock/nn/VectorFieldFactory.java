package io.butcherblock.nn;

/**
 * Makes the evaluations of a right-hand side G.
 *
 * <p>The compiler generates one for each type annotated with {@code @VectorField}. A hand-written
 * one, a public class with a public constructor without parameters, stands wherever a declared one
 * can; with {@link Registered} it also stands in the {@link Catalogue}. If its networks are to be
 * exported, it is a {@link DescribedVectorField}.
 */
public interface VectorFieldFactory {

  /** The name of the vector field in a {@link Catalogue}. */
  String name();

  /** Makes the vector field of one place in a block and registers its parameters there. */
  RightHandSide create(StageContext site);

  /** The number of trainable scalars of one vector field with {@code channels} feature maps. */
  long parameters(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation, for each pixel of the feature
   * maps.
   */
  long macsPerPixel(int channels);

  /**
   * The multiply-accumulates of the convolutions of one evaluation that do not grow with the image:
   * those on a mean over all of it.
   */
  default long macsPerImage(int channels) {
    return 0;
  }

  /** How many pixels to each side the result at a pixel depends on; -1 if on the whole image. */
  int radius();
}
