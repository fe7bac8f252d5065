package io.butcherblock.examples.vectorfields;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.Registered;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * f(y) - y with the block f of FractalNet: with Euler's method and step size 1 that block itself
 * (Larsson, Maire, Shakhnarovich, "FractalNet: Ultra-Deep Neural Networks without Residuals", ICLR
 * 2017, section 2). Three columns: paths of one, two and four layers, which a join takes the mean
 * of. A layer is a convolution and a ReLU; batch normalization and drop-path are left out.
 */
@Registered(service = VectorFieldFactory.class, name = GFractal.NAME)
public final class GFractal extends GraphVectorField {

  static final String NAME = "g-fractal";

  private static final int COLUMNS = 3;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Value describe(NodeWriter nodes, StageContext stage, Value y) {
    Block block = new Block(nodes.child("fractal" + stage.stage()), stage.channels());
    Value joined = block.join(block.paths(COLUMNS, y));
    return nodes.combination(
        "residual", List.of(Term.of(joined.name()), Term.of("-1", -1, y.name())));
  }

  /** Writes the layers and joins of a block, numbered in the order in which they are written. */
  private static final class Block {

    private final NodeWriter nodes;
    private final int channels;
    private int layers;
    private int joins;

    Block(NodeWriter nodes, int channels) {
      this.nodes = nodes;
      this.channels = channels;
    }

    /** What a block of some columns joins: the twofold smaller block, unjoined, and one layer. */
    List<Value> paths(int columns, Value y) {
      List<Value> paths = new ArrayList<>();
      if (columns > 1) {
        paths.addAll(paths(columns - 1, join(paths(columns - 1, y))));
      }
      paths.add(layer(y));
      return paths;
    }

    /** The mean. */
    Value join(List<Value> paths) {
      int count = paths.size();
      if (count == 1) {
        return paths.get(0);
      }
      joins++;
      return nodes.combination(
          "join" + joins,
          paths.stream().map(path -> Term.of("1/" + count, 1.0 / count, path.name())).toList());
    }

    private Value layer(Value y) {
      layers++;
      Value convolved = nodes.convolution("conv" + layers, channels, channels, 3, y);
      return nodes.relu("rectified" + layers, convolved);
    }
  }
}
