/**
 * Data sets: pairs of an image (HR) and its small version (LR), and the layouts of folders in which
 * they are published.
 *
 * <p>Does not use LibTorch, so it also works where no native library is available.
 */
package io.butcherblock.data;
