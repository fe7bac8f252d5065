/** How close an image is to another: PSNR and SSIM by the protocols of super-resolution papers. */
package io.butcherblock.metrics;
