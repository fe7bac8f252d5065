package io.butcherblock.plan;

import io.butcherblock.device.Autocast;
import io.butcherblock.device.Float32Products;
import io.butcherblock.error.ButcherblockException;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network as its {@link InferencePlan} says, with the weights that it had when this was made.
 * Computes what {@link SuperResolutionNetwork#forward} does, but for rounding.
 *
 * <p>Owns its copies of the weights: close it.
 */
public final class PlannedNetwork implements AutoCloseable {

  private final SuperResolutionNetwork network;
  private final InferencePlan plan;
  private final Map<Operation, KernelTensors> kernels = new HashMap<>();
  private final Map<Operation, FusedUpsampleWeights> enlargements = new HashMap<>();
  private final Map<String, Tensor> slopes = new HashMap<>();
  private final Map<Factor, Double> factors = new HashMap<>();

  /**
   * Prepares the weights of {@code network}, which stays the caller's and whose precision counts.
   *
   * @throws ButcherblockException if its vector field does not describe itself
   */
  public PlannedNetwork(SuperResolutionNetwork network) {
    this.network = network;
    this.plan = InferencePlan.of(network.spec().graph(network.scale()));
    try (NoGradGuard guard = new NoGradGuard();
        PointerScope scope = new PointerScope()) {
      for (PlannedStep step : plan.steps()) {
        prepare(step.operation(), network.parameters().byName());
      }
    }
  }

  /**
   * The planned network; empty if nothing can be planned, since its vector field does not describe
   * itself.
   */
  public static Optional<PlannedNetwork> ifDescribed(SuperResolutionNetwork network) {
    return network.spec().isDescribed()
        ? Optional.of(new PlannedNetwork(network))
        : Optional.empty();
  }

  private void prepare(Operation operation, Map<String, Tensor> parameters) {
    if (operation instanceof Operation.Convolve convolve) {
      kernels.put(operation, KernelTensors.of(convolve.kernel(), parameters));
    } else if (operation instanceof Operation.FusedUpsample enlarge) {
      enlargements.put(operation, new FusedUpsampleWeights(enlarge, parameters));
    } else if (operation instanceof Operation.Sum sum) {
      for (Term term : sum.terms()) {
        factors.put(term.factor(), KernelTensors.value(term.factor(), parameters));
      }
    } else if (operation instanceof Operation.Passthrough plain
        && plain.node() instanceof Node.PRelu prelu) {
      // Evaluations that share their vector field have one slope.
      slopes.computeIfAbsent(
          prelu.slope(), key -> parameters.get(key).detach().clone().retainReference());
    }
  }

  /** What was decided. */
  public InferencePlan plan() {
    return plan;
  }

  /**
   * Enlarges images.
   *
   * @param lr float32 [N, 3, H, W], RGB in 0..255, on the network's device; still the caller's
   * @return a new tensor [N, 3, scale H, scale W], neither clamped nor rounded, which the caller
   *     closes
   */
  public Tensor forward(Tensor lr) {
    // The scope frees on failure what a successful run has already closed one by one.
    try (NoGradGuard guard = new NoGradGuard();
        PointerScope scope = new PointerScope();
        Float32Products products = network.precision().products(network.parameters().device());
        Autocast region = network.precision().autocast(network.parameters().device())) {
      Map<Value, Tensor> values = new HashMap<>();
      values.put(plan.input(), lr);
      for (PlannedStep step : plan.steps()) {
        Tensor made = execute(step, values);
        step.overwritten().ifPresent(values::remove);
        values.put(step.operation().output(), made);
        step.released().forEach(value -> values.remove(value).close());
      }
      return values.get(plan.output()).retainReference();
    }
  }

  private Tensor execute(PlannedStep step, Map<Value, Tensor> values) {
    Operation operation = step.operation();
    Tensor x = values.get(operation.inputs().get(0));
    if (operation instanceof Operation.Convolve convolve) {
      return kernels.get(operation).convolve(x, convolve.padding());
    }
    if (operation instanceof Operation.FusedUpsample) {
      return enlargements.get(operation).apply(x);
    }
    if (operation instanceof Operation.Pad frame) {
      return MeanColor.around(x, frame);
    }
    if (operation instanceof Operation.Sum sum) {
      return sum(step.overwritten(), sum.terms(), values);
    }
    return plain(((Operation.Passthrough) operation).node(), x, values);
  }

  private Tensor sum(Optional<Value> overwritten, List<Term> terms, Map<Value, Tensor> values) {
    List<Term> rest = new ArrayList<>(terms);
    Term first =
        terms.stream()
            .filter(term -> term.isUnit() && overwritten.map(term.value()::equals).orElse(true))
            .findFirst()
            .orElse(terms.get(0));
    rest.remove(first);
    Tensor start = values.get(first.value());
    Tensor sum;
    if (overwritten.isPresent()) {
      sum = start;
    } else if (first.isUnit() && !rest.isEmpty()) {
      Term second = rest.remove(0);
      try (Scalar factor = new Scalar(factors.get(second.factor()))) {
        sum = start.add(values.get(second.value()), factor);
      }
    } else {
      try (Scalar factor = new Scalar(factors.get(first.factor()))) {
        sum = start.mul(factor);
      }
    }
    for (Term term : rest) {
      try (Scalar factor = new Scalar(factors.get(term.factor()))) {
        sum.add_(values.get(term.value()), factor);
      }
    }
    return sum;
  }

  private Tensor plain(Node node, Tensor x, Map<Value, Tensor> values) {
    if (node instanceof Node.PRelu prelu) {
      return torch.prelu(x, slopes.get(prelu.slope()));
    }
    if (node instanceof Node.AddColor color) {
      return MeanColor.add(x, color.color());
    }
    if (node instanceof Node.Relu) {
      return torch.relu(x);
    }
    if (node instanceof Node.PixelShuffle shuffle) {
      return torch.pixel_shuffle(x, shuffle.factor());
    }
    if (node instanceof Node.GlobalMean) {
      return x.mean(new long[] {2, 3}, true, new ScalarTypeOptional());
    }
    if (node instanceof Node.Sigmoid) {
      return x.sigmoid();
    }
    if (node instanceof Node.ScaleChannels scale) {
      return x.mul(values.get(scale.share()));
    }
    throw new IllegalStateException("There is no way to execute " + node);
  }

  @Override
  public void close() {
    kernels.values().forEach(KernelTensors::close);
    enlargements.values().forEach(FusedUpsampleWeights::close);
    slopes.values().forEach(Tensor::close);
  }
}
