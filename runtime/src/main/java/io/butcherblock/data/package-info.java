/**
 * Images and what is made of them: reading and writing, MATLAB's bicubic resize, data-set layouts.
 *
 * <p>Does not use LibTorch, so it also works where no native library is available.
 */
package io.butcherblock.data;
