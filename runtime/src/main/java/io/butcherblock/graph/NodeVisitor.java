package io.butcherblock.graph;

/**
 * An operation on the nodes of a graph, with one method for each kind of node: when a kind is
 * added, code that does not handle it no longer compiles.
 *
 * @param <R> the result for a node
 */
public interface NodeVisitor<R> {

  /** Handles the addition of a constant to each channel. */
  R visit(Node.AddColor node);

  /** Handles a convolution. */
  R visit(Node.Convolution node);

  /** Handles a parametric ReLU. */
  R visit(Node.PRelu node);

  /** Handles a ReLU. */
  R visit(Node.Relu node);

  /** Handles a linear combination. */
  R visit(Node.LinearCombination node);

  /** Handles a sub-pixel rearrangement. */
  R visit(Node.PixelShuffle node);

  /** Handles a mean over the whole image. */
  R visit(Node.GlobalMean node);

  /** Handles a logistic function. */
  R visit(Node.Sigmoid node);

  /** Handles the multiplication of each channel by a number. */
  R visit(Node.ScaleChannels node);

  /** Handles a product of feature maps. */
  R visit(Node.Product node);

  /** Handles a slice of channels. */
  R visit(Node.ChannelSlice node);

  /** Handles a concatenation of channels. */
  R visit(Node.Concatenation node);

  /** Handles an evaluation that is tensor code. */
  R visit(Node.Opaque node);
}
