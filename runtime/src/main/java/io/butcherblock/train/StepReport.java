package io.butcherblock.train;

/**
 * What is known at a line of the log.
 *
 * @param state where the run stands
 * @param progress how much of the run is done, 0 to 1
 * @param loss mean L1 loss of the steps since the last report, in 0..255
 * @param learningRate of the last step
 * @param patchesPerSecond LR patches trained in a second since the last report
 * @param waitSeconds how long the loop has waited for data since the last report
 * @param memoryBytes physical memory of the process
 */
public record StepReport(
    RunState state,
    double progress,
    double loss,
    double learningRate,
    double patchesPerSecond,
    double waitSeconds,
    long memoryBytes) {}
