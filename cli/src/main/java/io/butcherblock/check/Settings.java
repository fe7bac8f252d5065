package io.butcherblock.check;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.throughput.Input;
import io.butcherblock.throughput.RoundSettings;
import java.util.List;

/**
 * What is checked.
 *
 * @param networks with the weights that they have before training
 * @param scale of these: 2, 3 or 4
 * @param patches whose throughput is measured, in training too; square
 * @param image whose throughput is measured
 */
public record Settings(
    List<NetworkSpec> networks, int scale, Input patches, Input image, RoundSettings rounds) {}
