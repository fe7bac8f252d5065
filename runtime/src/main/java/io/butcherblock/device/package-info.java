/**
 * Devices and precision: which native libraries are loaded, GPUs and the CPU, how exactly products
 * are computed.
 */
package io.butcherblock.device;
