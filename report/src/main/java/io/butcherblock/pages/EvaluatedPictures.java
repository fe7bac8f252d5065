package io.butcherblock.pages;

import io.butcherblock.SuperResolution;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.evaluate.EvaluatedImage;
import io.butcherblock.image.BicubicResize;
import io.butcherblock.image.Image;
import io.butcherblock.metrics.ColorSpace;
import io.butcherblock.metrics.Protocol;
import io.butcherblock.metrics.PsnrSsim;
import io.butcherblock.pictures.Comparison;
import io.butcherblock.pictures.Detail;
import io.butcherblock.pictures.Picture;
import io.butcherblock.results.EvaluationTable;
import java.util.Locale;

/** An evaluated image beside bicubic and its original, with maps of the errors of both. */
final class EvaluatedPictures {

  /** The side of the part that is shown, in pixels. */
  static final int SIDE = 320;

  private final SuperResolution sr;
  private final ColorSpace color;

  EvaluatedPictures(SuperResolution sr, Protocol protocol) {
    this.sr = sr;
    this.color = protocol.color();
  }

  Comparison comparison(EvaluatedImage figures, DecodedPair pair) {
    Image lr = pair.lr().toRgb();
    Image hr = pair.hr();
    Image bicubic = BicubicResize.upscale(lr, sr.scale());
    Image network = sr.upscaler().upscale(lr, (done, all) -> {});
    Detail part = Detail.of(Picture.of(hr), SIDE);
    String name = sr.network().spec().name();
    Comparison comparison =
        new Comparison(title(figures, hr, part))
            .version("bicubic", note(figures.bicubic()), picture(bicubic, part))
            .version(name, note(figures.network()), picture(network, part))
            .version("original", "", picture(hr, part));
    return ErrorMaps.add(comparison, color, part, hr, bicubic, name, network);
  }

  private static String title(EvaluatedImage figures, Image hr, Detail part) {
    String whole =
        part.size() == hr.width() && part.size() == hr.height()
            ? ""
            : ", %1$s x %1$s pixels of %2$s x %3$s".formatted(part.size(), hr.width(), hr.height());
    return figures.name()
        + whole
        + ", gain over bicubic "
        + EvaluationTable.gain(figures.network(), figures.bicubic())
        + " dB";
  }

  private static String note(PsnrSsim quality) {
    return EvaluationTable.psnr(quality.psnr(), 2)
        + String.format(Locale.ROOT, " dB, SSIM %.4f", quality.ssim());
  }

  private static Picture picture(Image image, Detail part) {
    return Picture.of(image.crop(part.x(), part.y(), part.size(), part.size()));
  }
}
