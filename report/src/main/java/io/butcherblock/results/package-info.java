/** Results of evaluations and of training runs: tables, JSON, CSV, learning curves. */
package io.butcherblock.results;
