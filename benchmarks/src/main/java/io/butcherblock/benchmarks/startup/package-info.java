/** How long the command line takes from its start as a new process. */
package io.butcherblock.benchmarks.startup;
