/**
 * The main job at small size, with no data: make images, train a network for each scheme, evaluate,
 * report.
 */
package io.butcherblock.quickstart;
