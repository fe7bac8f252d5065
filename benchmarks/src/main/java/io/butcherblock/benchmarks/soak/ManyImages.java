package io.butcherblock.benchmarks.soak;

import io.butcherblock.Enlarger;
import io.butcherblock.InferenceOptions;
import io.butcherblock.SuperResolution;
import io.butcherblock.device.DeviceChoice;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageFiles;
import io.butcherblock.models.ImageKind;
import io.butcherblock.models.ModelCatalogue;
import io.butcherblock.patches.SplitMix64;
import io.butcherblock.synthetic.SyntheticImages;
import io.butcherblock.upscale.TargetSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Images of random sizes, enlarged from several threads in all ways that the library offers: in
 * memory and from file to file, by one network that all share and by one of their own.
 *
 * @param images how many
 * @param threads at the same time
 */
record ManyImages(int images, int threads) implements Work {

  private static final String MODEL = "clean-x2";
  private static final InferenceOptions CPU = InferenceOptions.DEFAULT.withDevice(DeviceChoice.CPU);
  private static final int LARGEST = 96;
  private static final int SOURCE = 384;
  private static final int WITH_NETWORK_OF_ITS_OWN = 40;
  private static final List<String> FORMATS = List.of("png", "jpg", "bmp", "tif", "webp");

  @Override
  public void run(Path folder, AtomicLong done) throws Exception {
    Image source = SyntheticImages.generate(1, SOURCE, SOURCE);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (SuperResolution shared = open();
        Enlarger enlarger = Enlarger.of(ImageKind.PHOTO, CPU)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < images; i++) {
        int number = i;
        all.add(
            pool.submit(
                () -> {
                  enlarge(folder, number, piece(source, number), shared, enlarger);
                  done.incrementAndGet();
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static SuperResolution open() {
    return SuperResolution.load(ModelCatalogue.onClassPath().model(MODEL), CPU);
  }

  /** A random part of random size; every fifth in grey, every fifth with alpha. */
  private static Image piece(Image source, int number) {
    SplitMix64 random = SplitMix64.of(2, number);
    int width = 1 + random.nextInt(LARGEST);
    int height = 1 + random.nextInt(LARGEST);
    Image rgb =
        source.crop(random.nextInt(SOURCE - width), random.nextInt(SOURCE - height), width, height);
    byte[] samples = new byte[width * height];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) rgb.sample(i % width, i / width, 0);
    }
    return switch (number % 5) {
      case 3 -> Image.of(width, height, 1, samples);
      case 4 -> rgb.withAlpha(samples);
      default -> rgb;
    };
  }

  private static void enlarge(
      Path folder, int number, Image image, SuperResolution shared, Enlarger enlarger)
      throws Exception {
    if (number % WITH_NETWORK_OF_ITS_OWN == 0) {
      try (SuperResolution own = open()) {
        own.upscale(image);
      }
    } else if (number % 3 == 0) {
      shared.upscale(image.toBufferedImage());
    } else {
      Path from = folder.resolve(number + "-small.png");
      // JPEG has no alpha.
      String format = image.hasAlpha() ? "png" : FORMATS.get(number / 3 % FORMATS.size());
      Path to = folder.resolve(number + "-large." + format);
      ImageFiles.write(image, from);
      if (number % 3 == 1) {
        shared.upscale(from, to);
      } else {
        enlarger.upscale(from, to, TargetSize.by(2));
      }
      Files.delete(from);
      Files.delete(to);
    }
  }
}
