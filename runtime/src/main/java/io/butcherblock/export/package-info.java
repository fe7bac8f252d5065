/**
 * Networks for other runtimes: TorchScript, the source of PyTorch modules in Python, and what
 * exports of all formats say about a network. Files are written from the network's graph; nothing
 * is traced.
 */
package io.butcherblock.export;
