/**
 * Images, read from files and written to them, and resized with MATLAB's bicubic kernel.
 *
 * <p>Does not use LibTorch, so it also works where no native library is available.
 */
package io.butcherblock.image;
