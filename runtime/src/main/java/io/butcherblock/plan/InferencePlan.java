package io.butcherblock.plan;

import io.butcherblock.execute.ScheduledStep;
import io.butcherblock.execute.ValueLiveness;
import io.butcherblock.graph.FeatureMapSize;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a network is run when it is not trained. The one place that decides it; needs no native
 * library.
 *
 * <p>What is decided, in this order: the mean shift goes into the first and the last convolution,
 * coefficients into the convolutions whose results they multiply, the upsampler's last convolution
 * and the tail into one; sums overwrite a term that nobody needs any more; every value is released
 * after its last use. Feature maps lie channels last, in which the convolutions are fastest;
 * between Winograd convolutions in a layout of theirs.
 */
public final class InferencePlan {

  /** 36 multiplications instead of 144. */
  private static final double WINOGRAD_SAVES = 0.75;

  /**
   * The least multiply-accumulates of an image's 3x3 convolutions, as declared, for which Winograd
   * convolutions are worth it: 30 ms of direct ones on two cores with AVX-512. Half of that is
   * saved, as much as it costs to compile kernels for a new size.
   */
  private static final long LEAST_MACS = 5_000_000_000L;

  private final NetworkGraph graph;
  private final List<ScheduledStep<Operation>> steps;

  /** Of the network's values, which those of the plan are among. */
  private final Map<Value, FeatureMapSize> sizes;

  private InferencePlan(NetworkGraph graph, List<Operation> operations) {
    this.graph = graph;
    this.steps = schedule(operations, graph);
    this.sizes = FeatureMapSize.ofAll(graph);
    for (ScheduledStep<Operation> step : steps) {
      Operation operation = step.assignment();
      // What the graph does not know is as large as what it was made of.
      sizes.computeIfAbsent(operation.output(), made -> sizeOf(operation));
    }
  }

  private FeatureMapSize sizeOf(Operation operation) {
    FeatureMapSize first = sizes.get(operation.inputs().get(0));
    return operation instanceof Operation.WinogradConvolve convolve
        ? new FeatureMapSize(convolve.kernel().out(), first.area())
        : first;
  }

  /** Plans the network of {@code graph} with LibTorch's convolutions, for every device. */
  public static InferencePlan of(NetworkGraph graph) {
    return new InferencePlan(graph, folded(graph));
  }

  /**
   * This plan with Winograd convolutions where they suit, for a CPU whose oneDNN has them. The same
   * where they suit nowhere.
   */
  public InferencePlan withWinograd() {
    List<Operation> operations = steps.stream().map(ScheduledStep::assignment).toList();
    return new InferencePlan(
        graph, WinogradLowering.lower(operations, graph.input(), graph.output()));
  }

  private static List<Operation> folded(NetworkGraph graph) {
    List<Operation> operations = OperationOfNode.all(graph.nodes());
    operations = MeanColorFolding.fold(operations);
    operations = CoefficientFolding.fold(operations);
    return TailFusion.fuse(operations);
  }

  private static List<ScheduledStep<Operation>> schedule(
      List<Operation> operations, NetworkGraph graph) {
    // Tensor code could give what shares memory with its argument, whatever it promises.
    Set<Value> opaque = graph.opaque().stream().map(Node::output).collect(Collectors.toSet());
    return ValueLiveness.schedule(
        operations, graph.input(), graph.output(), value -> !opaque.contains(value));
  }

  Value input() {
    return graph.input();
  }

  List<ScheduledStep<Operation>> steps() {
    return steps;
  }

  Value output() {
    return graph.output();
  }

  /** The multiply-accumulates of the convolutions for each LR pixel, as planned. */
  public long macsPerPixel() {
    return steps.stream()
        .map(ScheduledStep::assignment)
        .mapToLong(o -> o.macsPerPixel() * sizes.get(o.inputs().get(0)).area())
        .sum();
  }

  /** How many of its convolutions are Winograd's: none but in a plan {@link #withWinograd}. */
  public long winogradConvolutions() {
    return winograd().count();
  }

  /** The multiplications of {@link #macsPerPixel}, of which Winograd's algorithm saves most. */
  public long multiplicationsPerPixel() {
    return macsPerPixel() - Math.round(WINOGRAD_SAVES * winogradMacsPerPixel());
  }

  /**
   * From how many LR pixels of an image on Winograd convolutions are used; empty if the plan has
   * none.
   */
  public OptionalLong leastPixels() {
    long macs = winogradMacsPerPixel();
    return macs == 0 ? OptionalLong.empty() : OptionalLong.of((LEAST_MACS + macs - 1) / macs);
  }

  private long winogradMacsPerPixel() {
    return winograd().mapToLong(o -> o.macsPerPixel() * sizes.get(o.input()).area()).sum();
  }

  private Stream<Operation.WinogradConvolve> winograd() {
    return steps.stream()
        .map(ScheduledStep::assignment)
        .filter(Operation.WinogradConvolve.class::isInstance)
        .map(Operation.WinogradConvolve.class::cast);
  }

  /** The most bytes of tensors that live at once, for each LR pixel, the image left out. */
  public long peakBytesPerPixel() {
    Map<Value, Long> live = new HashMap<>();
    long peak = 0;
    for (ScheduledStep<Operation> step : steps) {
      Operation operation = step.assignment();
      step.overwritten().ifPresent(live::remove);
      live.put(operation.output(), sizes.get(operation.output()).bytes());
      long now = live.values().stream().mapToLong(Long::longValue).sum() + operation.bytesInside();
      peak = Math.max(peak, now);
      step.released().forEach(live::remove);
    }
    return peak;
  }

  /** The steps, one a line. */
  @Override
  public String toString() {
    return "input "
        + input()
        + "\n"
        + steps.stream().map(step -> step + "\n").collect(Collectors.joining())
        + "return "
        + output()
        + "\n";
  }
}
