package io.butcherblock.gradient;

import io.butcherblock.nn.Activations;
import io.butcherblock.nn.NetworkSegment;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.program.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What the segments of a network are given, first kept or dropped as they are run one by one, then
 * computed again from the last to the first.
 */
final class SegmentInputs implements AutoCloseable {

  private final SuperResolutionNetwork network;
  private final Activations activations;
  private final List<NetworkSegment> segments;
  private final NamedTensors values = new NamedTensors();

  SegmentInputs(SuperResolutionNetwork network, Activations activations) {
    this.network = network;
    this.activations = activations;
    this.segments = network.segments();
  }

  /** Runs all segments but the last, and keeps what is not computed again. */
  void forward(Tensor lr) {
    int last = segments.size() - 1;
    Set<Value> kept = new HashSet<>(segments.get(0).outputs());
    kept.addAll(segments.get(last).inputs());
    StateGrowth growth = new StateGrowth();
    try (NoGradGuard guard = new NoGradGuard()) {
      for (int i = 0; i < last; i++) {
        NetworkSegment segment = segments.get(i);
        boolean inverts = activations.inverts(segment);
        if (inverts && !activations.inverts(segments.get(i - 1))) {
          growth.beginAt(values.there(segment.inputs()));
        }
        List<Tensor> inputs = i == 0 ? List.of(lr) : values.there(segment.inputs());
        values.put(segment.outputs(), made(segment, inputs));
        if (inverts) {
          segment.recomputed().stream()
              .filter(value -> !kept.contains(value))
              .forEach(values::drop);
          if (growth.isTooLargeBehind(values.there(segment.stateBehind()))) {
            kept.addAll(segment.stateBehind());
          }
        }
      }
    }
  }

  private List<Tensor> made(NetworkSegment segment, List<Tensor> inputs) {
    if (activations.inverts(segment)) {
      return network.forwardInDouble(segment, inputs);
    }
    try (PointerScope scope = new PointerScope()) {
      return network.forward(segment, inputs.stream().map(SegmentInputs::single).toList());
    }
  }

  /** States that an inverse reads are in double precision. */
  private static Tensor single(Tensor value) {
    return value.scalar_type().intern() == torch.ScalarType.Double
        ? value.to(torch.ScalarType.Float)
        : value;
  }

  /**
   * Computes the inputs of a block that are not there any more, from the state behind it. If all
   * are there they are compared with what its inverse gives.
   */
  void invert(NetworkSegment segment) {
    if (!activations.inverts(segment)) {
      return;
    }
    try (NoGradGuard guard = new NoGradGuard()) {
      List<Tensor> computed = network.inverse(segment, values.there(segment.stateBehind()));
      if (values.has(segment.inputs())) {
        try {
          StateGrowth.check(values.there(segment.recomputed()), computed);
        } finally {
          computed.forEach(Tensor::close);
        }
      } else {
        values.put(segment.recomputed(), computed);
      }
    }
  }

  /** Copies without history of the inputs, whose gradients are recorded; the caller closes them. */
  List<Tensor> leaves(NetworkSegment segment) {
    try (PointerScope scope = new PointerScope()) {
      List<Tensor> leaves = new ArrayList<>();
      for (Tensor value : values.there(segment.inputs())) {
        Tensor leaf = single(value).detach().retainReference();
        leaf.set_requires_grad(true);
        leaves.add(leaf);
      }
      return leaves;
    }
  }

  /** Drops what a segment made: no segment before it reads that. */
  void dropOutputs(NetworkSegment segment) {
    segment.outputs().forEach(values::drop);
  }

  @Override
  public void close() {
    values.close();
  }
}
