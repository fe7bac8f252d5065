package io.butcherblock.evaluate;

import io.butcherblock.metrics.PsnrSsim;

/**
 * The figures of one image.
 *
 * @param name the image's name, without folder and extension
 * @param network how near the network's output is to the original
 * @param bicubic how near bicubic enlargement of the same LR image is
 */
public record EvaluatedImage(String name, PsnrSsim network, PsnrSsim bicubic) {}
