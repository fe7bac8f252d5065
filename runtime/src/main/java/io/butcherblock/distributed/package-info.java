/**
 * Several processes that work on one task: their ranks, how they find each other, all-reduce and
 * broadcast between them, and how they divide work; on c10d, as {@code torch.distributed} is.
 */
package io.butcherblock.distributed;
