package io.butcherblock.train;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.nn.Parameters;
import io.butcherblock.tensorfiles.FiniteValues;
import io.butcherblock.tensorfiles.Safetensors;
import io.butcherblock.tensorfiles.TensorFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Adam (Kingma and Ba, ICLR 2015, Algorithm 1) over the parameters of a network. */
final class AdamOptimizer implements AutoCloseable {

  private static final String MEAN = "mean.";
  private static final String SQUARE = "square.";
  private static final String STEPS = "steps";

  private final AdamSettings settings;
  private final List<Tensor> tensors;
  private final TensorVector parameters;
  private final List<Tensor> means;
  private final List<Tensor> squares;
  private final List<String> names;

  /** The number of the step for the kernel, which reads it on the device. */
  private final Tensor step;

  private long steps;

  /** The parameters that the loss depends on, by their numbers, and what steps them. */
  private List<Integer> stepped = List.of();

  private FusedAdam kernel;

  AdamOptimizer(Parameters parameters, AdamSettings settings) {
    this.settings = settings;
    this.names = List.copyOf(parameters.byName().keySet());
    this.tensors = List.copyOf(parameters.byName().values());
    try (PointerScope scope = new PointerScope()) {
      this.parameters = new TensorVector(tensors.toArray(new Tensor[0]));
      this.means = zerosLike(tensors);
      this.squares = zerosLike(tensors);
      this.step = torch.zeros(0).sum().to(parameters.device(), torch.ScalarType.Float);
      // Not before all are there.
      this.parameters.retainReference();
      moments().forEach(Tensor::retainReference);
      step.retainReference();
    }
    this.kernel = kernel();
  }

  /** Laid out as the parameters; they live as long as the run. */
  private static List<Tensor> zerosLike(List<Tensor> tensors) {
    return tensors.stream().map(tensor -> torch.zeros_like(tensor.detach())).toList();
  }

  private FusedAdam kernel() {
    return new FusedAdam(
        stepped.stream().map(tensors::get).toList(),
        stepped.stream().map(means::get).toList(),
        stepped.stream().map(squares::get).toList(),
        step);
  }

  /** What is trained; the optimizer's to close. */
  TensorVector parameters() {
    return parameters;
  }

  /**
   * One step with learning rate {@code rate} against {@code gradient}: a tensor for each parameter,
   * undefined where the loss does not depend on it; still the caller's.
   */
  void step(TensorVector gradient, double rate) {
    steps++;
    try (PointerScope scope = new PointerScope()) {
      step.fill_(new Scalar((double) steps));
      Tensor[] gradients = gradient.get();
      stepOnly(IntStream.range(0, gradients.length).filter(i -> gradients[i].defined()));
      List<Tensor> laidOut = new ArrayList<>();
      for (int i : stepped) {
        laidOut.add(laidOutAs(tensors.get(i), gradients[i]));
      }
      kernel.step(laidOut, settings, rate);
    }
  }

  private void stepOnly(IntStream numbers) {
    List<Integer> now = numbers.boxed().toList();
    if (!now.equals(stepped)) {
      kernel.close();
      stepped = now;
      kernel = kernel();
    }
  }

  /** The kernel goes through the memory of all lists alike. */
  private static Tensor laidOutAs(Tensor parameter, Tensor gradient) {
    boolean alike =
        IntStream.range(0, (int) parameter.dim())
            .allMatch(d -> parameter.stride(d) == gradient.stride(d));
    return alike ? gradient : torch.empty_like(parameter.detach()).copy_(gradient);
  }

  /** The means, which change with each step; the optimizer's to close. */
  List<Tensor> moments() {
    return IntStream.range(0, names.size())
        .boxed()
        .flatMap(i -> List.of(means.get(i), squares.get(i)).stream())
        .toList();
  }

  /** Continues as after {@code count} steps, with the {@link #moments} as they are. */
  void continueAfter(long count) {
    steps = count;
  }

  /**
   * Writes the moments.
   *
   * @throws ButcherblockException if the file cannot be written
   */
  void save(Path file) {
    Safetensors.write(file, byName(), Map.of(STEPS, Long.toString(steps)));
  }

  private Map<String, Tensor> byName() {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      byName.put(MEAN + names.get(i), means.get(i));
      byName.put(SQUARE + names.get(i), squares.get(i));
    }
    return byName;
  }

  /**
   * Reads what {@link #save} wrote for the same network.
   *
   * @throws ButcherblockException if the file cannot be read, or is another network's
   */
  void load(Path file) {
    try (TensorFile saved = Safetensors.read(file)) {
      Map<String, Tensor> byName = byName();
      String count = saved.metadata().getOrDefault(STEPS, "");
      if (!shapes(byName).equals(shapes(saved)) || !count.matches("\\d{1,18}")) {
        throw new ButcherblockException(
            file
                + " does not hold the optimizer's moments for this network; remove the folder that"
                + " it is in to begin anew.");
      }
      byName.keySet().forEach(name -> FiniteValues.check(file, name, saved.tensor(name)));
      byName.forEach((name, moment) -> moment.copy_(saved.tensor(name)));
      continueAfter(Long.parseLong(count));
    }
  }

  private static Map<String, List<Long>> shapes(Map<String, Tensor> byName) {
    Map<String, List<Long>> shapes = new HashMap<>();
    byName.forEach(
        (name, tensor) -> shapes.put(name, Arrays.stream(tensor.shape()).boxed().toList()));
    return shapes;
  }

  private static Map<String, List<Long>> shapes(TensorFile file) {
    return file.names().stream().collect(Collectors.toMap(name -> name, file::shape));
  }

  @Override
  public void close() {
    kernel.close();
    step.close();
    means.forEach(Tensor::close);
    squares.forEach(Tensor::close);
    parameters.close();
  }
}
