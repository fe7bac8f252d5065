/** PSNR and SSIM of a network over a set of images, compared with bicubic enlargement. */
package io.butcherblock.evaluate;
