/**
 * The library's front: {@link io.butcherblock.SuperResolution} enlarges images with trained
 * weights, and {@link io.butcherblock.TrainingRun} trains a network. What they are made of stands
 * in the packages below.
 */
package io.butcherblock;
