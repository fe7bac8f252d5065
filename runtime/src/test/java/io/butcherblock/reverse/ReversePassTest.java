package io.butcherblock.reverse;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.device.LibTorch;
import io.butcherblock.execute.ScheduledStep;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.Tensors;
import io.butcherblock.plan.Operation;
import io.butcherblock.plan.TrainingPlan;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class ReversePassTest {

  private static final Value X = new Value("x");

  private static final Value Y = new Value("y");

  /** A line that autograd does not differentiate needs no record; the loss does. */
  @Test
  void theLossAloneIsRecorded() {
    LibTorch.cpu();
    List<String> recorded = new ArrayList<>();
    Line line =
        values -> {
          recorded.add("forward " + GradMode.is_enabled());
          return Evaluation.of(
              values.get(X).clone(),
              (ofOutput, gradients) -> {
                recorded.add("backward " + GradMode.is_enabled());
                gradients.ofParameters().add("key", ofOutput);
              });
        };
    Operation operation = new Operation.Passthrough(new Node.Product(Y, X, X));
    TrainingPlan plan =
        new TrainingPlan(
            X, List.of(new ScheduledStep<>(operation, Optional.empty(), List.of())), Y);
    try (Tensor x = Tensors.of(new float[] {3, 5}, 2);
        Scalar two = new Scalar(2);
        ReversePass pass = new ReversePass(plan, List.of(line));
        ReverseProgram.Result result =
            pass.run(
                x,
                y -> {
                  recorded.add("loss " + GradMode.is_enabled());
                  return y.mul(two).sum();
                })) {
      assertEquals(16, result.loss().item_float());
      assertArrayEquals(new float[] {2, 2}, Tensors.toArray(result.gradient("key")));
    }
    assertEquals(List.of("forward false", "loss true", "backward false"), recorded);
    assertTrue(GradMode.is_enabled());
  }
}
