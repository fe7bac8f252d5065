/** PSNR and SSIM of a network over a set of images, beside bicubic. */
package io.butcherblock.evaluate;
