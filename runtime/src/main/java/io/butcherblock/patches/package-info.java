/** Batches of patches for training: which pixels of which images step k sees. */
package io.butcherblock.patches;
