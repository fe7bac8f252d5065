package io.butcherblock.graph;

/**
 * What someone does with the nodes of a graph, one method for each kind of node: a new kind of node
 * does not compile until everyone who reads graphs says what to do with it.
 *
 * @param <R> what comes of a node
 */
public interface NodeVisitor<R> {

  R visit(Node.AddColor node);

  R visit(Node.Convolution node);

  R visit(Node.PRelu node);

  R visit(Node.Relu node);

  R visit(Node.LinearCombination node);

  R visit(Node.PixelShuffle node);

  R visit(Node.GlobalMean node);

  R visit(Node.Sigmoid node);

  R visit(Node.ScaleChannels node);

  R visit(Node.Opaque node);
}
