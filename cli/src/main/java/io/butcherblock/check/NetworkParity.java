package io.butcherblock.check;

import io.butcherblock.check.Comparison.Unit;
import io.butcherblock.device.LibTorch;
import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.nn.Tensors;
import io.butcherblock.patches.SplitMix64;
import io.butcherblock.plan.PlannedNetwork;
import io.butcherblock.throughput.NoiseBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * A network against itself: as planned and as it stands, on the device and on the CPU. Initial
 * weights, with slopes and factors moved off their initial values, for a wrong one to show.
 */
final class NetworkParity implements AutoCloseable {

  /** Side of the image in pixels: small, for networks of 40 million weights. */
  static final int SIDE = 24;

  private static final long SEED = 1;
  private static final double SPREAD = 0.04;

  private final NetworkSpec spec;
  private final int scale;
  private final SuperResolutionNetwork reference;
  private final float[] input = NoiseBatch.of(1, SIDE, 1).lr();
  private final float[] expected;

  NetworkParity(NetworkSpec spec, int scale) {
    this.spec = spec;
    this.scale = scale;
    try (Device cpu = LibTorch.cpu()) {
      this.reference = new SuperResolutionNetwork(spec, scale, SEED, cpu);
    }
    disturb(reference);
    this.expected = plain(reference);
  }

  /** The network that the others are held against, on the CPU. */
  SuperResolutionNetwork reference() {
    return reference;
  }

  /** The image, [1, 3, {@link #SIDE}, {@link #SIDE}]. */
  float[] input() {
    return input.clone();
  }

  /** All comparisons for a device, in these precisions of it. */
  List<Comparison> on(Device device, List<Precision> precisions) {
    List<Comparison> comparisons = new ArrayList<>();
    comparisons.add(compared("planned on cpu", Precision.FP32, planned(reference)));
    if (!device.is_cpu()) {
      try (SuperResolutionNetwork there = new SuperResolutionNetwork(spec, scale, SEED, device)) {
        copy(reference, there);
        for (Precision precision : precisions) {
          there.use(precision);
          comparisons.add(compared("plain on cuda", precision, plain(there)));
          comparisons.add(compared("planned on cuda", precision, planned(there)));
        }
      }
    }
    return comparisons;
  }

  /** Holds an output against that of the plain network on the CPU. */
  Comparison compared(String what, Precision precision, float[] actual) {
    return new Comparison(
        spec.name() + " x" + scale,
        what + ", plain on cpu",
        precision,
        Unit.SAMPLES,
        Differences.ofSamples(expected, actual),
        Precisions.toleranceOfSamples(precision));
  }

  private float[] plain(SuperResolutionNetwork network) {
    try (NoGradGuard guard = new NoGradGuard();
        Tensor lr = inputOn(network.parameters().device());
        Tensor sr = network.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }

  private float[] planned(SuperResolutionNetwork network) {
    try (PlannedNetwork planned = new PlannedNetwork(network);
        Tensor lr = inputOn(network.parameters().device());
        Tensor sr = planned.forward(lr)) {
      return Tensors.toArray(sr);
    }
  }

  private Tensor inputOn(Device device) {
    try (Tensor onHost = Tensors.of(input, 1, 3, SIDE, SIDE)) {
      return onHost.to(device, onHost.scalar_type());
    }
  }

  private static void disturb(SuperResolutionNetwork network) {
    SplitMix64 random = new SplitMix64(SEED);
    try (NoGradGuard guard = new NoGradGuard()) {
      network
          .parameters()
          .byName()
          .forEach(
              (name, parameter) -> {
                if (name.contains("relu") || name.contains("scale")) {
                  float[] noise = new float[Math.toIntExact(parameter.numel())];
                  for (int i = 0; i < noise.length; i++) {
                    noise[i] = (float) (SPREAD * (random.nextDouble() - 0.5));
                  }
                  try (Tensor change = Tensors.of(noise, parameter.shape())) {
                    parameter.add_(change);
                  }
                }
              });
    }
  }

  private static void copy(SuperResolutionNetwork from, SuperResolutionNetwork to) {
    Map<String, Tensor> source = from.parameters().byName();
    try (NoGradGuard guard = new NoGradGuard()) {
      to.parameters().byName().forEach((name, target) -> target.copy_(source.get(name)));
    }
  }

  @Override
  public void close() {
    reference.close();
  }
}
