package io.butcherblock.nn;

import io.butcherblock.graph.NodeWriter;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Objects;

/**
 * A vector field that is a sum, G(y) = f(y) + g(y). Schemes for y' = f(y) + g(y) evaluate its
 * summands apart; all others evaluate the sum. Base class of the factories that the compiler
 * generates for types annotated with {@code @SplitVectorField}.
 *
 * <p>Both summands have weights of their own: keys of parameters begin with {@code f.} and {@code
 * g.}.
 */
public class SumOfVectorFields extends GraphVectorField {

  private final String name;
  private final GraphVectorField f;
  private final GraphVectorField g;

  /**
   * Makes a vector field.
   *
   * @param name the name in a {@link Catalogue}
   * @param f the first summand
   * @param g the second summand
   */
  public SumOfVectorFields(String name, GraphVectorField f, GraphVectorField g) {
    this.name = Objects.requireNonNull(name, "name");
    this.f = Objects.requireNonNull(f, "f");
    this.g = Objects.requireNonNull(g, "g");
  }

  @Override
  public final String name() {
    return name;
  }

  /** The first summand. */
  public final GraphVectorField f() {
    return f;
  }

  /** The second summand. */
  public final GraphVectorField g() {
    return g;
  }

  /** Both summands: {@code f: (conv_3x3) ; g: (prelu, conv_3x3)}. */
  @Override
  public final String definition(int channels) {
    return "f: (" + f.definition(channels) + ") ; g: (" + g.definition(channels) + ")";
  }

  @Override
  public final Value describe(NodeWriter nodes, StageContext stage, Value y) {
    Value ofF = new SummandField(f, "f").describe(nodes, stage, y);
    Value ofG = new SummandField(g, "g").describe(nodes, stage, y);
    return nodes.combination("sum", List.of(Term.of(ofF.name()), Term.of(ofG.name())));
  }
}
