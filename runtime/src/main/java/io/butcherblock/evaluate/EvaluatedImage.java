package io.butcherblock.evaluate;

import io.butcherblock.metrics.PsnrSsim;

/**
 * PSNR and SSIM of one image.
 *
 * @param name the image's name, without folder and extension
 * @param network how close the network's output is to the original
 * @param bicubic how close bicubic enlargement of the same low-resolution image is to the original
 */
public record EvaluatedImage(String name, PsnrSsim network, PsnrSsim bicubic) {}
