/** One image through a network: ours, ONNX Runtime and DJL with the same weights. */
package io.butcherblock.benchmarks.inference;
