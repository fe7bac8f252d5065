/** Published networks, and one that the paper suggests. */
package io.butcherblock.examples.networks;
