/** Python's PyTorch as a subject, where it is installed. */
package io.butcherblock.benchmarks.python;
