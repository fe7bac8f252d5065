package io.butcherblock.check;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.progress.Progress;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.MatrixProduct;
import io.butcherblock.throughput.MatrixRate;
import io.butcherblock.throughput.Measured;
import io.butcherblock.throughput.PyTorch;
import io.butcherblock.throughput.Task;
import io.butcherblock.throughput.Throughput;
import io.butcherblock.throughput.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Device;

/** Checks a device from end to end: parity, gradients, training, throughput. */
public final class Check {

  private final Settings settings;
  private final Device device;
  private final Optional<PyTorch> pytorch;
  private final Machine machine;
  private final List<Precision> precisions;
  private final List<Step> steps = new ArrayList<>();
  private final List<Comparison> parity = new ArrayList<>();
  private final Set<ConvolutionShape> differentiated = new HashSet<>();
  private final List<GradientTrial> gradients = new ArrayList<>();
  private final List<TrainingTrial> training = new ArrayList<>();
  private final Map<Precision, MatrixRate> matrixRate = new EnumMap<>(Precision.class);
  private final List<Measured> throughput = new ArrayList<>();

  /**
   * A check.
   *
   * @param device stays the caller's
   * @param pytorch Python's, to compare with ours; stays the caller's
   * @param official cases of the official implementation; may be empty
   * @param networks by name, for these cases
   */
  public Check(
      Settings settings,
      Device device,
      Optional<PyTorch> pytorch,
      List<OfficialCase> official,
      Map<String, NetworkSpec> networks) {
    this.settings = settings;
    this.device = device;
    this.pytorch = pytorch;
    this.machine = Machine.of(device);
    this.precisions = Precisions.on(device, settings.precisions());
    for (OfficialCase parityCase : official) {
      steps.add(
          new Step(
              parityCase.name(),
              () -> parity.addAll(OfficialParity.of(parityCase, networks, device))));
    }
    for (NetworkSpec spec : settings.networks()) {
      add(CheckPart.PARITY, spec, this::compare);
      addGradients(spec);
      add(CheckPart.TRAINING, spec, this::train);
    }
    addMatrixProducts();
    for (NetworkSpec spec : settings.networks()) {
      for (Workload workload : workloads(spec)) {
        steps.add(new Step(workload.name(), () -> measure(workload)));
      }
    }
    // Once more: what else the machine does may have slowed the first ones down.
    addMatrixProducts();
  }

  private void addMatrixProducts() {
    if (settings.parts().stream().anyMatch(CheckPart::isRate)) {
      for (Precision precision : precisions) {
        steps.add(new Step("product of matrices, " + precision, () -> multiply(precision)));
      }
    }
  }

  private void addGradients(NetworkSpec spec) {
    if (settings.parts().contains(CheckPart.GRADIENTS)) {
      // Before the first step: a convolution may be too large.
      Set<ConvolutionShape> shapes =
          ConvolutionShape.of(spec, settings.scale(), settings.batches().side());
      steps.add(new Step(spec.name() + ", " + CheckPart.GRADIENTS, () -> differentiate(shapes)));
    }
  }

  private void add(CheckPart part, NetworkSpec spec, Consumer<NetworkSpec> work) {
    if (settings.parts().contains(part)) {
      steps.add(new Step(spec.name() + ", " + part, () -> work.accept(spec)));
    }
  }

  private List<Workload> workloads(NetworkSpec spec) {
    List<Workload> workloads = new ArrayList<>();
    boolean trains = settings.parts().contains(CheckPart.TRAINING_RATE);
    boolean infers = settings.parts().contains(CheckPart.INFERENCE_RATE);
    List<Input> batches =
        trains || infers ? settings.batches().inputs(spec, settings.scale(), device) : List.of();
    if (trains) {
      batches.forEach(batch -> workloads.addAll(workloads(spec, Task.TRAIN, batch)));
    }
    if (infers) {
      batches.forEach(batch -> workloads.addAll(workloads(spec, Task.INFER, batch)));
      settings.images().forEach(image -> workloads.addAll(workloads(spec, Task.INFER, image)));
    }
    return workloads;
  }

  private List<Workload> workloads(NetworkSpec spec, Task task, Input input) {
    return precisions.stream()
        .map(precision -> new Workload(spec, settings.scale(), task, precision, input))
        .toList();
  }

  /** The number of steps that {@link #run} has, for its progress. */
  public int steps() {
    return steps.size();
  }

  /**
   * Runs all of it.
   *
   * @param soFar told after each step, so that a run that is cut short leaves what it found
   */
  public CheckResult run(Progress progress, Consumer<CheckResult> soFar) {
    for (int i = 0; i < steps.size(); i++) {
      progress.note(steps.get(i).name);
      steps.get(i).work.run();
      progress.to(i + 1);
      soFar.accept(result(i + 1 == steps.size()));
    }
    return result(true);
  }

  private record Step(String name, Runnable work) {}

  private void compare(NetworkSpec spec) {
    try (NetworkParity ours = new NetworkParity(spec, settings.scale())) {
      parity.addAll(ours.on(device, precisions));
      if (pytorch.isPresent()) {
        PythonParity.of(ours, pytorch.get(), device).ifPresent(parity::add);
      }
    }
  }

  /** What networks have in common is checked once. */
  private void differentiate(Set<ConvolutionShape> shapes) {
    for (ConvolutionShape shape : shapes) {
      if (differentiated.add(shape)) {
        gradients.addAll(ConvolutionGradients.of(shape, device));
      }
    }
  }

  private void train(NetworkSpec spec) {
    training.addAll(TrainingTrial.on(spec, settings.scale(), device, precisions));
  }

  private void multiply(Precision precision) {
    matrixRate.merge(
        precision, MatrixProduct.rate(device, precision, settings.rounds()), MatrixRate::and);
  }

  private void measure(Workload workload) {
    throughput.add(new Throughput(device, settings.rounds(), pytorch).measure(workload));
  }

  private CheckResult result(boolean complete) {
    return new CheckResult(
        settings,
        machine,
        pytorch.map(PyTorch::facts),
        List.copyOf(parity),
        List.copyOf(gradients),
        List.copyOf(training),
        Map.copyOf(matrixRate),
        List.copyOf(throughput),
        complete);
  }
}
