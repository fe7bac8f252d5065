/**
 * Classical schemes of orders 1 to 8, each with its source; every one is usable as {@code --scheme}
 * of a network.
 */
package io.butcherblock.examples.catalogue;
