package io.butcherblock.models;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.upscale.TargetSize;
import java.awt.image.BufferedImage;
import java.nio.file.Path;

/** Writes a WebP file, enlarges it with weights of the class path, and prints the result's size. */
public final class EnlargeWebp {

  private EnlargeWebp() {}

  public static void enlarge(Path folder) {
    Path small = folder.resolve("small.webp");
    Path large = folder.resolve("large.png");
    ImageFiles.write(Image.of(new BufferedImage(9, 7, BufferedImage.TYPE_INT_RGB)), small);
    InferenceOptions options = InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);
    try (Enlarger enlarger = Enlarger.of(ImageKind.PHOTO, options)) {
      enlarger.upscale(small, large, TargetSize.by(2));
    }
    System.out.println(ImageFiles.size(large));
  }
}
