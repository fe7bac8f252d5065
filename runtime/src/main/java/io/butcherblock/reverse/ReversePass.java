package io.butcherblock.reverse;

import io.butcherblock.execute.ScheduledStep;
import io.butcherblock.plan.Operation;
import io.butcherblock.plan.TrainingPlan;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AutoGradMode;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;

/** One forward and one backward pass; owns what is alive between them. */
final class ReversePass implements AutoCloseable {

  private final TrainingPlan plan;
  private final List<Line> lines;
  private final Map<Value, Tensor> values = new HashMap<>();
  private final List<Evaluation> evaluations = new ArrayList<>();
  private final GradientSums<Value> ofValues = new GradientSums<>();

  ReversePass(TrainingPlan plan, List<Line> lines) {
    this.plan = plan;
    this.lines = lines;
  }

  /** Autograd records the loss, and those lines that it differentiates, which see to that. */
  ReverseProgram.Result run(Tensor lr, UnaryOperator<Tensor> lossOf) {
    try (NoGradGuard guard = new NoGradGuard()) {
      forward(lr);
      GradientSums<String> ofParameters = new GradientSums<>();
      ReverseProgram.Result result = new ReverseProgram.Result(loss(lossOf), ofParameters);
      try {
        backward(new Gradients(ofValues, ofParameters));
        return result;
      } catch (RuntimeException | Error e) {
        result.close();
        throw e;
      }
    }
  }

  private void forward(Tensor lr) {
    // Its own reference, so that all values are closed alike.
    values.put(plan.input(), new Tensor(lr));
    for (int i = 0; i < lines.size(); i++) {
      ScheduledStep<Operation> step = plan.steps().get(i);
      Evaluation evaluation = lines.get(i).evaluate(values);
      evaluations.add(evaluation);
      values.put(step.assignment().output(), evaluation.output());
      step.released().forEach(value -> values.remove(value).close());
    }
  }

  private Tensor loss(UnaryOperator<Tensor> lossOf) {
    try (PointerScope scope = new PointerScope();
        AutoGradMode recorded = new AutoGradMode(true);
        Tensor sr = values.remove(plan.output())) {
      Tensor leaf = sr.detach();
      leaf.set_requires_grad(true);
      Tensor loss = lossOf.apply(leaf);
      TensorVector gradient = Autograd.gradient(new TensorVector(loss), new TensorVector(leaf));
      ofValues.add(plan.output(), gradient.get(0));
      return loss.detach().retainReference();
    }
  }

  /** What a line saved, and the gradient by what it made, are let go of as soon as it is done. */
  private void backward(Gradients gradients) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      Value made = plan.steps().get(i).assignment().output();
      try (Evaluation evaluation = evaluations.remove(i);
          PointerScope scope = new PointerScope()) {
        Tensor ofOutput = ofValues.get(made);
        if (ofOutput != null) {
          evaluation.differentiate().accept(ofOutput, gradients);
        }
      }
      ofValues.drop(made);
    }
  }

  @Override
  public void close() {
    values.values().forEach(Tensor::close);
    evaluations.forEach(Evaluation::close);
    ofValues.close();
  }
}
