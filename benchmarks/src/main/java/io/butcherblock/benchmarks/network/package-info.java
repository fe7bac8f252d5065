/** The networks that are measured, and the files that hand them to the subjects. */
package io.butcherblock.benchmarks.network;
