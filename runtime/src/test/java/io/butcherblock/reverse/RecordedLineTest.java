package io.butcherblock.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.butcherblock.execute.TensorSource;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.Tensors;
import io.butcherblock.program.Value;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class RecordedLineTest {

  private static final Value X = new Value("x");

  private static final Value Y = new Value("y");

  /** d(x x)/dx = 2 x, and of x twice side by side the sum of both gradients. */
  @Test
  void aValueThatIsReadTwiceHasTheGradientOfBothUsesOnce() {
    assertGradient(new Node.Product(Y, X, X), new float[] {1, 10}, 2 * 3, 20 * 5);
    assertGradient(
        new Node.Concatenation(Y, List.of(X, X)), new float[] {1, 10, 100, 1000}, 101, 1010);
  }

  private static void assertGradient(Node node, float[] ofOutput, float... expected) {
    RecordedLine line = RecordedLine.of(node, new Value("image"), new NoTensors());
    try (Tensor x = Tensors.of(new float[] {3, 5}, 1, 2, 1, 1);
        Tensor ofY = Tensors.of(ofOutput, 1, ofOutput.length, 1, 1);
        GradientSums<Value> ofValues = new GradientSums<>();
        GradientSums<String> ofParameters = new GradientSums<>();
        Evaluation evaluation = line.evaluate(Map.of(X, x));
        Tensor y = evaluation.output()) {
      evaluation.differentiate().accept(ofY, new Gradients(ofValues, ofParameters));
      assertArrayEquals(expected, Tensors.toArray(ofValues.get(X)));
    }
  }

  private static final class NoTensors implements TensorSource {

    @Override
    public Tensor parameter(String key) {
      throw new AssertionError(key);
    }

    @Override
    public Tensor channelConstant(List<Float> values) {
      throw new AssertionError(values);
    }

    @Override
    public UnaryOperator<Tensor> opaque(String key) {
      throw new AssertionError(key);
    }
  }
}
