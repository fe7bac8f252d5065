package io.butcherblock.ablation;

import io.butcherblock.patches.PatchLoader;
import io.butcherblock.train.TrainingStep;

/** Measures what a step of training takes on this machine. */
public final class StepTime {

  private StepTime() {}

  /**
   * The seconds of a step, as a mean; the network is changed by them.
   *
   * @param warmup steps before those that are measured
   */
  public static double seconds(
      TrainingStep step, PatchLoader batches, double learningRate, int warmup, int measured) {
    for (int i = 0; i < warmup; i++) {
      step.run(batches.next(), learningRate);
    }
    long began = System.nanoTime();
    for (int i = 0; i < measured; i++) {
      step.run(batches.next(), learningRate);
    }
    return (System.nanoTime() - began) / 1e9 / measured;
  }
}
