package io.butcherblock.check;

import io.butcherblock.nn.NetworkSpec;
import io.butcherblock.throughput.Rounds;
import java.util.List;

/**
 * What is checked.
 *
 * @param networks with the weights that they have before training
 * @param scale of these: 2, 3 or 4
 * @param patches of a batch whose throughput is measured
 * @param side of such a low-resolution patch in pixels
 */
public record Settings(
    List<NetworkSpec> networks, int scale, int patches, int side, Rounds rounds) {}
