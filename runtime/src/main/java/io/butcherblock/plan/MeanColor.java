package io.butcherblock.plan;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.MemoryFormatOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Images and colors. */
final class MeanColor {

  private MeanColor() {}

  /**
   * The image with pixels of a color around it, channels last.
   *
   * @param image [N, 3, H, W]
   */
  static Tensor around(Tensor image, Operation.Pad frame) {
    try (PointerScope scope = new PointerScope()) {
      long margin = frame.margin();
      long height = image.size(2);
      long width = image.size(3);
      Tensor framed =
          torch.empty(
              new long[] {image.size(0), image.size(1), height + 2 * margin, width + 2 * margin},
              image.options(),
              new MemoryFormatOptional(torch.MemoryFormat.ChannelsLast));
      Tensor ground = asTensor(frame.color(), image);
      framed.copy_(ground.expand(framed.sizes()));
      framed.narrow(2, margin, height).narrow(3, margin, width).copy_(image);
      return framed.retainReference();
    }
  }

  /** The image plus a number for each channel. */
  static Tensor add(Tensor image, List<Float> color) {
    try (PointerScope scope = new PointerScope()) {
      return image.add(asTensor(color, image)).retainReference();
    }
  }

  private static Tensor asTensor(List<Float> color, Tensor like) {
    float[] values = new float[color.size()];
    for (int c = 0; c < values.length; c++) {
      values[c] = color.get(c);
    }
    return Tensor.create(values, 1, values.length, 1, 1).to(like.device(), like.scalar_type());
  }
}
