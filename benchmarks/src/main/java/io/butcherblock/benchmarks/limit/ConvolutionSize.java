package io.butcherblock.benchmarks.limit;

import io.butcherblock.benchmarks.process.Arguments;
import io.butcherblock.throughput.Flop;

/**
 * A convolution 3x3 from and to {@code channels} feature maps.
 *
 * @param training whether with its backward pass: the gradients of input, weight and bias
 */
public record ConvolutionSize(int channels, int images, int height, int width, boolean training) {

  Arguments addTo(Arguments arguments) {
    return arguments
        .with("channels", channels)
        .with("images", images)
        .with("height", height)
        .with("width", width)
        .with("training", training);
  }

  static ConvolutionSize from(Arguments arguments) {
    return new ConvolutionSize(
        arguments.number("channels"),
        arguments.number("images"),
        arguments.number("height"),
        arguments.number("width"),
        Boolean.parseBoolean(arguments.text("training")));
  }

  long[] shape() {
    return new long[] {images, channels, height, width};
  }

  /** Floating-point operations in 10^9, as {@link Flop} counts them. */
  double gigaflop() {
    double forward =
        (double) Flop.PER_MAC * 9 * channels * channels * images * height * width / 1e9;
    return training ? Flop.PASSES_OF_TRAINING * forward : forward;
  }
}
