/** How much memory training needs, and whether it stays when work goes on. */
package io.butcherblock.benchmarks.memory;
