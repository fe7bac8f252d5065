/**
 * How a network is run when it is not trained: its graph, rewritten by what is known of it, and the
 * order of its operators, which values they overwrite and when memory is let go.
 */
package io.butcherblock.plan;
