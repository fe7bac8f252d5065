/** How much memory training needs, and whether it stays the same in long runs. */
package io.butcherblock.benchmarks.memory;
