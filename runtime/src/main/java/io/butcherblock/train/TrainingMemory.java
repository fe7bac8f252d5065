package io.butcherblock.train;

import io.butcherblock.device.ByteText;
import io.butcherblock.device.OutOfMemory;
import io.butcherblock.error.UserError;
import io.butcherblock.graph.NetworkGraph;
import io.butcherblock.graph.Node;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.Factor;
import io.butcherblock.program.Term;
import io.butcherblock.program.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.javacpp.Pointer;

/**
 * What a step of training needs, about, from the network's graph: the feature maps that its
 * gradient is computed from, those under way, and the parameters with their gradients and Adam's
 * moments.
 *
 * @param fixed bytes, whatever the batch
 * @param perPixel bytes for each LR pixel of a batch
 */
record TrainingMemory(long fixed, long perPixel) {

  private static final int COLOURS = 3;

  /** A parameter, its gradient and Adam's two moments. */
  private static final int TENSORS_OF_A_PARAMETER = 4;

  /** A widest feature map, its gradient, and the operator's own copy. */
  private static final int WIDEST_UNDER_WAY = 3;

  private static final int SMALLEST_PATCH = 8;

  /** The estimate is one, and others use the memory too. */
  private static final double USABLE = 0.8;

  /** Of a network; empty if its derivative does not describe itself. */
  static Optional<TrainingMemory> ifDescribed(SuperResolutionNetwork network) {
    try {
      return Optional.of(
          of(
              network.spec().graph(network.scale()),
              network.parameters().count() * Float.BYTES * TENSORS_OF_A_PARAMETER));
    } catch (UserError notDescribed) {
      return Optional.empty();
    }
  }

  private static TrainingMemory of(NetworkGraph graph, long fixed) {
    Map<Value, Long> bytes = new HashMap<>(Map.of(graph.input(), (long) COLOURS * Float.BYTES));
    Set<Value> kept = new HashSet<>();
    long widest = 0;
    for (Node node : graph.nodes()) {
      long size = bytesPerPixel(node, bytes);
      bytes.put(node.output(), size);
      widest = Math.max(widest, size);
      kept.addAll(keptFor(node));
    }
    long sum = kept.stream().mapToLong(bytes::get).sum();
    return new TrainingMemory(fixed, sum + WIDEST_UNDER_WAY * widest);
  }

  /** What the gradient of a node is computed from. */
  private static List<Value> keptFor(Node node) {
    if (node instanceof Node.LinearCombination sum) {
      return sum.terms().stream()
          .filter(term -> term.factor() instanceof Factor.Trained)
          .map(Term::value)
          .toList();
    }
    return node instanceof Node.AddColour || node instanceof Node.PixelShuffle
        ? List.of()
        : node.inputs();
  }

  private static long bytesPerPixel(Node node, Map<Value, Long> bytes) {
    long input = bytes.get(node.inputs().get(0));
    return node instanceof Node.Convolution conv ? input / conv.in() * conv.out() : input;
  }

  /** The bytes of a batch. */
  long of(int batch, int patch) {
    return fixed + perPixel * batch * patch * patch;
  }

  /**
   * A failure for want of memory as a sentence that says what fits.
   *
   * @param failure of which {@link OutOfMemory#isNative} holds
   * @param batch patches of this process
   * @param processes that have as many each
   */
  UserError explain(Throwable failure, int batch, int patch, int processes) {
    long there = OutOfMemory.gpuCapacity(failure).orElseGet(Pointer::totalPhysicalBytes);
    boolean gpu = OutOfMemory.gpuCapacity(failure).isPresent();
    long free = OutOfMemory.gpuFree(failure).orElseGet(Pointer::availablePhysicalBytes);
    return new UserError(
        "A batch of %d patches of %d x %d needs about %s, and %s has %s, %s of them free: %s."
            .formatted(
                batch,
                patch,
                patch,
                ByteText.of(of(batch, patch)),
                gpu ? "the GPU" : "this machine",
                ByteText.of(there),
                ByteText.of(free),
                advice((long) (USABLE * there), batch, patch, processes)),
        failure);
  }

  /** The largest batch that fits, at most half of what did not; else a smaller patch. */
  private String advice(long bytes, int batch, int patch, int processes) {
    long fits = (bytes - fixed) / (perPixel * patch * patch);
    int smaller = (int) Math.min(fits, batch / 2);
    if (smaller >= 1) {
      return "use --batch " + smaller * processes;
    }
    return patch / 2 >= SMALLEST_PATCH
        ? "use --batch %d --patch %d".formatted(processes, patch / 2)
        : "take a smaller network, or a machine that has more";
  }
}
