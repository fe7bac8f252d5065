package io.butcherblock.benchmarks.network;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.nn.Catalogue;
import io.butcherblock.nn.NetworkSize;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.nn.SuperResolutionNetwork;
import io.butcherblock.throughput.Flop;
import org.bytedeco.pytorch.Device;

/** A network at x2 that is measured. Needs no native library until {@link #open}. */
public record MeasuredNetwork(NetworkSpec spec) {

  /** The enlargement of all measured networks. */
  public static final int SCALE = 2;

  private static final long SEED = 1;
  private static final String NETWORK = "network";
  private static final String BLOCKS = "blocks";
  private static final String CHANNELS = "channels";

  /** A declared network as it is. */
  public static MeasuredNetwork of(String name) {
    return new MeasuredNetwork(Catalogue.onClassPath().networks().get(name));
  }

  /** The same with another number of blocks and feature maps. */
  public MeasuredNetwork withSize(int blocks, int channels) {
    return new MeasuredNetwork(spec.withSize(blocks, channels));
  }

  /** Such as {@code oisr-lf-s x2, 8 blocks of 64 channels}. */
  public String title() {
    return "%s x%s, %s blocks of %s channels"
        .formatted(spec.name(), SCALE, spec.blocks(), spec.channels());
  }

  /** The network as a child process is told of it. */
  public Arguments addTo(Arguments arguments) {
    return arguments
        .with(NETWORK, spec.name())
        .with(BLOCKS, spec.blocks())
        .with(CHANNELS, spec.channels());
  }

  /** What {@code pytorch_subject.py} is told besides {@link #addTo}. */
  public Arguments addForPython(Arguments arguments) {
    return arguments.with("scale", SCALE);
  }

  /** What {@link #addTo} told. */
  public static MeasuredNetwork from(Arguments arguments) {
    return of(arguments.text(NETWORK))
        .withSize(arguments.number(BLOCKS), arguments.number(CHANNELS));
  }

  /** The network with its initial weights, each time the same; the caller closes it. */
  public SuperResolutionNetwork open() {
    try (Device cpu = new Device("cpu")) {
      return new SuperResolutionNetwork(spec, SCALE, SEED, cpu);
    }
  }

  /**
   * Floating-point operations of the convolutions for an image of so many input pixels, in 10^9.
   */
  public double gigaflop(long pixels) {
    return Flop.PER_MAC * (double) NetworkSize.of(spec, SCALE).macs(pixels) / 1e9;
  }
}
