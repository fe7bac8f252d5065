/** Partitioned schemes, whose state has two halves: symplectic and reversible networks. */
package io.butcherblock.examples.partitioned;
