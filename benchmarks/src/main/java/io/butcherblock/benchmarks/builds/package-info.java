/** Two builds of this project, each in processes of its own: the ratio of their times. */
package io.butcherblock.benchmarks.builds;
