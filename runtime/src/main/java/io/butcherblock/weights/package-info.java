/**
 * The weights of networks in files: read and written with our keys, those of the official
 * implementation and BasicSR's; what a file says of its network, and whether it is the one at hand.
 */
package io.butcherblock.weights;
