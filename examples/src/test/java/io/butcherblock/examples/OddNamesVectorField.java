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
    Value x = y;
    for (String name : List.of("forward", "lambda", "3x3", "type", "5", "sum", "a b", "k1")) {
      x = nodes.child("in" + stage.stage()).convolution(name, channels, channels, 1, x);
      x = nodes.prelu(name + stage.stage(), channels, x);
    }
    Value scaled = nodes.child("train").combination("half" + stage.stage(), scaled(x));
    return nodes.combination("to" + stage.stage(), scaled(scaled));
  }

  private static List<Term> scaled(Value x) {
    return List.of(Term.of("to", x.name()));
  }
}
