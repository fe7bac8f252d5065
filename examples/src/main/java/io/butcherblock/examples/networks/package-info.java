/** Published networks. */
package io.butcherblock.examples.networks;
