package io.butcherblock.nn;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Summand;
import io.butcherblock.program.Value;

/**
 * The vector field that an evaluation of a block evaluates: that of the network, or a summand of
 * it.
 *
 * @param prefix what keys and names begin with, {@code f} or {@code g}; empty for no summand
 */
record SummandField(VectorFieldFactory field, String prefix) {

  /**
   * What is evaluated. A vector field that is no sum stands for both summands, each with weights of
   * its own.
   */
  static SummandField of(VectorFieldFactory whole, Summand summand) {
    if (summand == Summand.ALL) {
      return new SummandField(whole, "");
    }
    VectorFieldFactory part = whole;
    if (whole instanceof SumOfVectorFields sum) {
      part = summand == Summand.F ? sum.f() : sum.g();
    }
    return new SummandField(part, summand.letter());
  }

  /** As {@link VectorFieldFactory#create}. */
  RightHandSide create(ParameterScope parameters, StageContext stage) {
    return field.create(prefix.isEmpty() ? parameters : parameters.child(prefix), stage);
  }

  /** As {@link VectorFieldFactory#describe}. */
  Value describe(NodeWriter nodes, StageContext stage, Value y) {
    return field.describe(prefix.isEmpty() ? nodes : nodes.child(prefix), stage, y);
  }

  /** What names, in its block, an evaluation that is tensor code. */
  String key(StageContext stage) {
    return (prefix.isEmpty() ? "" : prefix + ".") + OpaqueVectorField.key(stage.stage());
  }
}
