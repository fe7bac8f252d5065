package io.butcherblock.degrade;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.image.Image;
import io.butcherblock.image.Symmetry;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How one patch is degraded.
 *
 * @param kernel of downscaling
 * @param blurX the standard deviation of the blur along rows, in pixels of the low-resolution image
 * @param blurY the same along columns
 * @param noise that is added
 * @param jpeg how it is compressed at the end
 */
record PatchRecipe(
    DownscalingKernel kernel,
    double blurX,
    double blurY,
    SensorNoise noise,
    Optional<JpegCompression> jpeg) {

  private static final double AS_IT_IS = 0.3;
  private static final double BLURRED = 0.3;
  private static final double MOST_BLUR = 0.4;
  private static final double NOISY = 0.3;
  private static final double MOST_NOISE = 4;
  private static final double COMPRESSED = 0.8;

  private static final PatchRecipe NOTHING =
      new PatchRecipe(DownscalingKernel.BICUBIC, 0, 0, SensorNoise.NONE, Optional.empty());

  /** A recipe of {@link Degradation#JPEG}. */
  static PatchRecipe jpeg(RandomGenerator random) {
    return new PatchRecipe(
        DownscalingKernel.BICUBIC, 0, 0, SensorNoise.NONE, Optional.of(compression(30, random)));
  }

  /** A recipe of {@link Degradation#PHOTO}. */
  static PatchRecipe photo(RandomGenerator random) {
    if (random.nextDouble() < AS_IT_IS) {
      return NOTHING;
    }
    DownscalingKernel kernel = DownscalingKernel.drawn(random);
    double blurX = 0;
    double blurY = 0;
    if (random.nextDouble() < BLURRED) {
      blurX = MOST_BLUR * random.nextDouble();
      // Every second blur is the same in all directions.
      blurY = random.nextInt(2) == 0 ? blurX : MOST_BLUR * random.nextDouble();
    }
    SensorNoise noise = SensorNoise.NONE;
    if (random.nextDouble() < NOISY) {
      noise = new SensorNoise(deviation(random), deviation(random));
    }
    Optional<JpegCompression> jpeg = Optional.empty();
    if (random.nextDouble() < COMPRESSED) {
      jpeg = Optional.of(compression(40, random));
    }
    return new PatchRecipe(kernel, blurX, blurY, noise, jpeg);
  }

  /** Small deviations are more frequent than large ones. */
  private static double deviation(RandomGenerator random) {
    double part = random.nextDouble();
    return MOST_NOISE * part * part;
  }

  private static JpegCompression compression(int least, RandomGenerator random) {
    int quality = least + random.nextInt(96 - least);
    double part = random.nextDouble();
    ChromaSubsampling subsampling =
        part < 0.6
            ? ChromaSubsampling.BOTH
            : part < 0.75 ? ChromaSubsampling.HORIZONTAL : ChromaSubsampling.NONE;
    return new JpegCompression(quality, subsampling);
  }

  /**
   * The surroundings of a patch, mapped by a symmetry, then degraded.
   *
   * @param pair both images, RGB
   * @param random what noise is drawn from
   */
  Image apply(DecodedPair pair, Surroundings around, Symmetry symmetry, RandomGenerator random) {
    int side = around.side();
    float[] planes = downscaled(pair, around, symmetry);
    noise.add(planes, random);
    Image image = Image.ofPlanes(side, side, 3, planes);
    return jpeg.map(compression -> compression.apply(image)).orElse(image);
  }

  private float[] downscaled(DecodedPair pair, Surroundings around, Symmetry symmetry) {
    int side = around.side();
    if (kernel == DownscalingKernel.BICUBIC && blurX == 0 && blurY == 0) {
      // What the low-resolution image is already.
      float[] lr = Surroundings.square(pair.lr(), around.x(), around.y(), side);
      return symmetry.apply(lr, 3, side, side);
    }
    int scale = pair.hr().width() / pair.lr().width();
    DownscalingFilter alongX = DownscalingFilter.of(kernel, blurX * scale, scale);
    DownscalingFilter alongY = DownscalingFilter.of(kernel, blurY * scale, scale);
    int before = Math.max(-alongX.first(), -alongY.first());
    int length = scale * side + 2 * before;
    float[] hr =
        symmetry.apply(
            Surroundings.square(
                pair.hr(), scale * around.x() - before, scale * around.y() - before, length),
            3,
            length,
            length);
    float[] narrow = alongY.alongColumns(hr, 3, length, before, side);
    return alongX.alongRows(narrow, length, before, side);
  }
}
