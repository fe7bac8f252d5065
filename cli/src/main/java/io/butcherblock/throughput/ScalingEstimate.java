package io.butcherblock.throughput;

/**
 * An estimate of the speed-up of several processes, with the same number of patches in each however
 * many they are.
 *
 * <p>A step computes F = 3 * 2 * MACs (forward, and twice that backward) at R FLOP/s, and adds up 4
 * bytes a parameter. A ring sends 2 (N - 1) / N of these bytes from each process, at the network's
 * rate; a tree's latency, 2 log2 N hops, is added.
 *
 * @param parameters trainable scalars
 * @param macs multiply-accumulates of a forward pass over the patches of one process
 * @param flops the rate R of one process while it computes, in FLOP/s
 * @param bitsPerSecond of the network between any two processes
 */
public record ScalingEstimate(long parameters, double macs, double flops, double bitsPerSecond) {

  /** The backward pass's part of a step's computing. */
  private static final double BACKWARD = (Flop.PASSES_OF_TRAINING - 1.0) / Flop.PASSES_OF_TRAINING;

  private static final double BYTES_PER_PARAMETER = 4;
  private static final double SECONDS_PER_HOP = 10e-6;

  /** Floating-point operations of a step in each process. */
  public double flopPerStep() {
    return Flop.PASSES_OF_TRAINING * Flop.PER_MAC * macs;
  }

  /** What each of {@code processes} sends in a step, in bytes. */
  public double bytesSent(int processes) {
    return 2.0 * (processes - 1) / processes * BYTES_PER_PARAMETER * parameters;
  }

  /** Seconds of computing for each second of sending, with so many processes that it matters. */
  public double computeToCommunication() {
    return computing() / (2 * BYTES_PER_PARAMETER * parameters * 8 / bitsPerSecond);
  }

  /**
   * The share of its time that a process computes, 0 to 1.
   *
   * @param overlapped whether gradients are sent during the backward pass
   */
  public double efficiency(int processes, boolean overlapped) {
    double hops = 2 * Math.ceil(Math.log(processes) / Math.log(2));
    double sending = bytesSent(processes) * 8 / bitsPerSecond + hops * SECONDS_PER_HOP;
    double waited = overlapped ? Math.max(0, sending - BACKWARD * computing()) : sending;
    return computing() / (computing() + waited);
  }

  private double computing() {
    return flopPerStep() / flops;
  }
}
