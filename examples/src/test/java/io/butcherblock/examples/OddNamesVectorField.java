package io.butcherblock.examples;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.StageContext;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;

/** Its parameters have names that have a meaning in Python, or are none there. */
final class OddNamesVectorField extends GraphVectorField {

  @Override
  public String name() {
    return "odd \"\"\" names \\";
  }

  @Override
  public Value describe(NodeWriter nodes, StageContext stage, Value y) {
    int channels = stage.channels();
    NodeWriter at = nodes.child("in" + stage.stage());
    Value x = y;
    for (String name : List.of("forward", "lambda", "3x3", "type", "5", "sum", "a b", "k1")) {
      x = at.convolution(name, channels, channels, 1, x);
      x = at.prelu(name + "-" + name, channels, x);
    }
    Value scaled = at.child("train").combination("half", scaled(x));
    return at.combination("double", scaled(scaled));
  }

  private static List<Term> scaled(Value x) {
    return List.of(Term.of("to", x.name()));
  }
}
