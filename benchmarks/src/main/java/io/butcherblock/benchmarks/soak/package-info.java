/** The library at work for a long time: whether memory, threads, files and handles stay level. */
package io.butcherblock.benchmarks.soak;
