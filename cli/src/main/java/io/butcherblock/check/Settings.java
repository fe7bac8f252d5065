package io.butcherblock.check;

import io.butcherblock.device.Precision;
import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.RoundSettings;
import java.util.List;
import java.util.Set;

/**
 * What is checked.
 *
 * @param networks with the weights that they have before training
 * @param scale of these: 2, 3 or 4
 * @param parts of the check
 * @param precisions on a GPU; a CPU has float32 alone
 * @param batches whose throughput is measured, of training and of inference
 * @param images whose throughput is measured
 */
public record Settings(
    List<NetworkSpec> networks,
    int scale,
    Set<CheckPart> parts,
    List<Precision> precisions,
    Batches batches,
    List<Input> images,
    RoundSettings rounds) {}
