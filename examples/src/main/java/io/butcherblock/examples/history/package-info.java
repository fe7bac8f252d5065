/**
 * Multistep schemes whose networks carry their history from block to block: one integration through
 * the whole network.
 */
package io.butcherblock.examples.history;
