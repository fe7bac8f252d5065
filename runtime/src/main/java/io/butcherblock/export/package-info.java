/**
 * Networks for other runtimes, ONNX and TorchScript, written from the network's graph: nothing is
 * traced.
 */
package io.butcherblock.export;
