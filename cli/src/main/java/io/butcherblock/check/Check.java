package io.butcherblock.check;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.progress.Progress;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.MatrixProduct;
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
  private final List<Comparison> parity = new ArrayList<>();
  private final Set<ConvolutionShape> differentiated = new HashSet<>();
  private final List<GradientTrial> gradients = new ArrayList<>();
  private final List<TrainingTrial> training = new ArrayList<>();
  private final Map<Precision, Double> matrixRate = new EnumMap<>(Precision.class);
  private final List<Measured> throughput = new ArrayList<>();

  /**
   * A check.
   *
   * @param device stays the caller's
   * @param pytorch Python's, to compare with ours; stays the caller's
   */
  public Check(Settings settings, Device device, Optional<PyTorch> pytorch) {
    this.settings = settings;
    this.device = device;
    this.pytorch = pytorch;
    this.machine = Machine.of(device);
  }

  /**
   * Runs all of it.
   *
   * @param official cases of the official implementation; may be empty
   * @param networks by name, for these cases
   * @param soFar told after each part, so that a run that is cut short leaves what it found
   */
  public CheckResult run(
      List<OfficialCase> official,
      Map<String, NetworkSpec> networks,
      Progress progress,
      Consumer<CheckResult> soFar) {
    List<Part> parts = new ArrayList<>();
    for (OfficialCase parityCase : official) {
      parts.add(
          new Part(
              parityCase.name(),
              () -> parity.addAll(OfficialParity.of(parityCase, networks, device))));
    }
    for (NetworkSpec spec : settings.networks()) {
      parts.add(new Part(spec.name() + ", parity", () -> compare(spec)));
      parts.add(new Part(spec.name() + ", gradients", () -> differentiate(spec)));
      parts.add(new Part(spec.name() + ", training", () -> train(spec)));
    }
    for (Precision precision : Precisions.on(device)) {
      parts.add(new Part("product of matrices, " + precision, () -> multiply(precision)));
    }
    for (Workload workload : workloads()) {
      parts.add(new Part(workload.name(), () -> measure(workload)));
    }
    for (int i = 0; i < parts.size(); i++) {
      progress.note(parts.get(i).name);
      parts.get(i).work.run();
      progress.to(i + 1);
      soFar.accept(result(i + 1 == parts.size()));
    }
    return result(true);
  }

  /** The number of parts that {@link #run} has, for its progress. */
  public int parts(List<OfficialCase> official) {
    return official.size()
        + 3 * settings.networks().size()
        + Precisions.on(device).size()
        + workloads().size();
  }

  private record Part(String name, Runnable work) {}

  private List<Workload> workloads() {
    List<Workload> workloads = new ArrayList<>();
    for (NetworkSpec spec : settings.networks()) {
      workloads.addAll(workloads(spec, Task.TRAIN, settings.patches()));
      workloads.addAll(workloads(spec, Task.INFER, settings.patches()));
      workloads.addAll(workloads(spec, Task.INFER, settings.image()));
    }
    return workloads;
  }

  private List<Workload> workloads(NetworkSpec spec, Task task, Input input) {
    return Precisions.on(device).stream()
        .map(precision -> new Workload(spec, settings.scale(), task, precision, input))
        .toList();
  }

  private void compare(NetworkSpec spec) {
    try (NetworkParity ours = new NetworkParity(spec, settings.scale())) {
      parity.addAll(ours.on(device));
      if (pytorch.isPresent()) {
        PythonParity.of(ours, pytorch.get(), device).ifPresent(parity::add);
      }
    }
  }

  /** What networks have in common is checked once. */
  private void differentiate(NetworkSpec spec) {
    for (ConvolutionShape shape :
        ConvolutionShape.of(spec, settings.scale(), settings.patches().width())) {
      if (differentiated.add(shape)) {
        gradients.addAll(ConvolutionGradients.of(shape, device));
      }
    }
  }

  private void train(NetworkSpec spec) {
    training.addAll(TrainingTrial.on(spec, settings.scale(), device));
  }

  private void multiply(Precision precision) {
    matrixRate.put(precision, MatrixProduct.rate(device, precision, settings.rounds()));
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
