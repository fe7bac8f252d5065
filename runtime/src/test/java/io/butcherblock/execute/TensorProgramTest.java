package io.butcherblock.execute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.graph.NodeWriter;
import io.butcherblock.nn.Tensors;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Formula;
import io.butcherblock.program.FreeParameter;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class TensorProgramTest {

  private static final Value X = new Value("x");

  private final NodeWriter nodes = new NodeWriter();

  @Test
  void sumsFromAPlainTermOn() {
    Value r = nodes.relu("r", X);
    Value s =
        nodes.combination("s", List.of(half(X), Term.of("scale", r.name()), unit(r), unit(X)));
    Value t = nodes.combination("t", List.of(half(s)));
    Value u = nodes.combination("u", List.of(Term.of("scale", t.name()), half(X)));
    Value v = nodes.combination("v", List.of(unit(u)));
    assertArrayEquals(
        new float[] {3 * (2 * .5f + 3 * 2 + 2 + 2) / 2 + 1, 3 * (-4 * .5f - 4) / 2 - 2},
        run(nodes.graph(X, v), 2, -4));
  }

  @Test
  void theInputIsNeitherOverwrittenNorClosed() {
    Value r = nodes.combination("r", List.of(unit(X), half(X)));
    try (OneCoefficient parameters = new OneCoefficient();
        Tensor x = Tensors.of(new float[] {2}, 1, 1, 1, 1);
        TensorProgram program = TensorProgram.forTraining(nodes.graph(X, r), parameters);
        Tensor made = program.run(x)) {
      assertEquals(3, made.item_float());
      assertEquals(2, x.item_float());
    }
  }

  @Test
  void whatWasMadeReadyIsClosedIfALaterStepCannotBe() {
    Value r = nodes.relu("r", X);
    NetworkGraph graph = nodes.graph(X, nodes.relu("s", r));
    List<ScheduledStep<Node>> steps =
        ValueLiveness.schedule(graph.nodes(), X, graph.output(), value -> false);
    List<String> closed = new ArrayList<>();
    assertThrows(
        IllegalStateException.class,
        () ->
            TensorProgram.of(
                X,
                steps,
                graph.output(),
                step -> {
                  if (!step.assignment().outputs().contains(r)) {
                    throw new IllegalStateException("no memory");
                  }
                  return new Executable() {
                    @Override
                    public Tensor run(Map<Value, Tensor> values) {
                      throw new IllegalStateException("not ready");
                    }

                    @Override
                    public void close() {
                      closed.add("r");
                    }
                  };
                }));
    assertEquals(List.of("r"), closed);
  }

  @Test
  void withoutNodesTheResultIsACopy() {
    try (OneCoefficient parameters = new OneCoefficient();
        Tensor x = Tensors.of(new float[] {2}, 1, 1, 1, 1);
        TensorProgram program = TensorProgram.forTraining(nodes.graph(X, X), parameters);
        Tensor made = program.run(x)) {
      assertEquals(2, made.item_float());
      assertNotEquals(x.data_ptr().address(), made.data_ptr().address());
    }
  }

  /** The gradient of a rectifier is computed from its result. */
  @Test
  void aValueThatAGradientNeedsIsNotOverwritten() {
    Value r = nodes.relu("r", X);
    Value shifted = nodes.addColor("p", List.of(0f, 0f), X);
    Value s = nodes.combination("s", List.of(unit(r), unit(shifted)));
    NetworkGraph graph = nodes.graph(X, s);
    assertEquals(Optional.of(shifted), overwritten(graph, false));
    assertEquals(Optional.of(r), overwritten(graph, true));
    try (OneCoefficient parameters = new OneCoefficient();
        Tensor x = Tensors.of(new float[] {2, -4}, 1, 2, 1, 1);
        TensorProgram program = TensorProgram.forTraining(graph, parameters)) {
      x.set_requires_grad(true);
      program.run(x).sum().backward();
      assertArrayEquals(new float[] {2, 1}, Tensors.toArray(x.grad()));
    }
  }

  /** The gradient of a factor is computed from the value that it multiplies. */
  @Test
  void whatAFactorThatDependsOnTrainedNumbersMultipliesIsKept() {
    Formula a =
        new Formula(
            "a",
            List.of(new FreeParameter("a", 0, 1)),
            List.of(Formula.Monomial.of(1, 1)),
            List.of(Formula.Monomial.of(1, 0)));
    for (Factor factor : List.of(new Factor.Derived(a), new Factor.Trained("scale"))) {
      Node sum =
          new Node.LinearCombination(
              new Value("s"), List.of(unit(new Value("p")), new Term(factor, new Value("q"))));
      assertEquals(Set.of(new Value("q")), SavedForGradient.of(List.of(sum)));
    }
  }

  @Test
  void aValueThatASumReadsTwiceIsNotOverwritten() {
    Value r = nodes.addColor("r", List.of(0f), X);
    Value shifted = nodes.addColor("p", List.of(1f), X);
    Term twice = new Term(new Factor.Frozen("2", 2), shifted);
    Term again = new Term(new Factor.Frozen("3", 3), r);
    Value s = nodes.combination("s", List.of(unit(r), twice, again));
    assertArrayEquals(new float[] {14}, run(nodes.graph(X, s), 2));
  }

  private static Optional<Value> overwritten(NetworkGraph graph, boolean any) {
    Set<Value> saved = SavedForGradient.of(graph.nodes());
    List<ScheduledStep<Node>> steps =
        ValueLiveness.schedule(
            graph.nodes(), graph.input(), graph.output(), value -> any || !saved.contains(value));
    return steps.get(steps.size() - 1).overwritten();
  }

  @Test
  void everyValueIsReleasedThoseThatNobodyReadsToo() {
    Value r = nodes.relu("r", X);
    nodes.sigmoid("unread", r);
    Value s = nodes.sigmoid("s", nodes.relu("again", r));
    try (OneCoefficient parameters = new OneCoefficient();
        Tensor x = Tensors.of(new float[] {2}, 1, 1, 1, 1);
        TensorProgram program = TensorProgram.forTraining(nodes.graph(X, s), parameters)) {
      program.run(x).close();
      long before = Pointer.totalCount();
      for (int i = 0; i < 50; i++) {
        program.run(x).close();
      }
      long left = Pointer.totalCount() - before;
      assertTrue(left < 25, () -> left + " native objects more");
    }
  }

  private static float[] run(NetworkGraph graph, float... x) {
    try (OneCoefficient parameters = new OneCoefficient();
        Tensor input = Tensors.of(x, 1, x.length, 1, 1);
        TensorProgram program = TensorProgram.forTraining(graph, parameters);
        Tensor output = program.run(input)) {
      return Tensors.toArray(output);
    }
  }

  /** A trained coefficient, 3, and constants. */
  private static final class OneCoefficient implements TensorSource, AutoCloseable {

    private final List<Tensor> tensors = new ArrayList<>();

    @Override
    public Tensor parameter(String key) {
      assertEquals("scale", key);
      return kept(Tensors.of(new float[] {3}, 1));
    }

    @Override
    public Tensor channelConstant(List<Float> values) {
      return kept(Tensors.ofChannels(values));
    }

    @Override
    public UnaryOperator<Tensor> opaque(String key) {
      throw new AssertionError(key);
    }

    private Tensor kept(Tensor tensor) {
      tensors.add(tensor);
      return tensor;
    }

    @Override
    public void close() {
      tensors.forEach(Tensor::close);
    }
  }

  private static Term unit(Value value) {
    return Term.of(value.name());
  }

  private static Term half(Value value) {
    return Term.of("1/2", 0.5, value.name());
  }
}
