/**
 * Several processes that train one network: who they are, how they find each other, and what they
 * add up, on PyTorch's own distributed engine (c10d).
 */
package io.butcherblock.distributed;
