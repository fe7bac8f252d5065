package io.butcherblock.plan;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The mean color around an image. */
final class MeanColor {

  private MeanColor() {}

  /**
   * The image with pixels of a color around it, channels last.
   *
   * @param image [N, 3, H, W]
   * @param color [1, 3, 1, 1]
   * @param margin pixels on each side
   */
  static Tensor around(Tensor image, Tensor color, long margin) {
    try (PointerScope scope = new PointerScope()) {
      long height = image.size(2);
      long width = image.size(3);
      Tensor padded =
          torch.empty(
              new long[] {image.size(0), image.size(1), height + 2 * margin, width + 2 * margin},
              image.options(),
              new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast));
      padded.copy_(color.expand(padded.sizes()));
      padded.narrow(2, margin, height).narrow(3, margin, width).copy_(image);
      return padded.retainReference();
    }
  }
}
