/** Whether what a scheme claims holds, in exact arithmetic: answers only, no findings. */
package io.butcherblock.processor.claim;
