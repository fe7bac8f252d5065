/** The networks that are measured, and the files that hand them to the contenders. */
package io.butcherblock.benchmarks.network;
