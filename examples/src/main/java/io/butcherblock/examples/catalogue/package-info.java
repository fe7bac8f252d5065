/**
 * Classical schemes of orders 1 to 10, each with its source; every one can be the scheme of a
 * network.
 */
package io.butcherblock.examples.catalogue;
