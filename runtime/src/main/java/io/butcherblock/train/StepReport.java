package io.butcherblock.train;

/**
 * What a line of the training log says.
 *
 * @param state the state of the run
 * @param progress how much of the run is done, 0 to 1
 * @param loss mean L1 loss of the steps since the last report, for RGB in 0..255
 * @param learningRate the learning rate of the last step
 * @param patchesPerSecond LR patches trained per second since the last report
 * @param waitSeconds how long training has waited for data since the last report
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
