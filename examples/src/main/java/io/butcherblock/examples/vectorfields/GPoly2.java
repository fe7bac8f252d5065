package io.butcherblock.examples.vectorfields;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.GraphVectorField;
import io.butcherblock.nn.Registered;
import io.butcherblock.nn.StageContext;
import io.butcherblock.nn.VectorFieldFactory;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;

/**
 * F(y) + F(F(y)) with one F for both, G-v2: with Euler's method the poly-2 block of PolyNet, (I + F
 * + F F) y (Zhang et al., "PolyNet: A Pursuit of Structural Diversity in Very Deep Networks", CVPR
 * 2017, section 3), whose F is an Inception block.
 */
@Registered(service = VectorFieldFactory.class, name = GPoly2.NAME)
public final class GPoly2 extends GraphVectorField {

  static final String NAME = "g-poly2";

  private static final VectorFieldFactory F = new GV2VectorField();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Value describe(NodeWriter nodes, StageContext stage, Value y) {
    Value once = F.describe(nodes.use("once"), stage, y);
    Value twice = F.describe(nodes.use("twice"), stage, once);
    return nodes.combination("poly2", List.of(Term.of(once.name()), Term.of(twice.name())));
  }
}
