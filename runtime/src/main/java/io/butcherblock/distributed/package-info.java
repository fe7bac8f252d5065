/**
 * Several processes that work on one task: who they are, how they find each other, what they add
 * up, and how they divide work, on PyTorch's own distributed engine (c10d).
 */
package io.butcherblock.distributed;
