package io.butcherblock.device;

/** Where networks are to run. */
public enum DeviceChoice {
  /** A GPU if there is one that works, else the CPU. */
  AUTO,
  CPU,
  /** An NVIDIA GPU, and an error where none can be used. */
  CUDA
}
