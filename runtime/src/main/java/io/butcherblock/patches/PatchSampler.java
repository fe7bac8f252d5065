package io.butcherblock.patches;

import io.butcherblock.data.Batch;
import io.butcherblock.data.DecodedPair;
import io.butcherblock.image.Image;
import io.butcherblock.image.ImageSize;
import io.butcherblock.image.Symmetry;

/**
 * Cuts numbered batches: each patch from a random image, at a random place, in a random one of the
 * eight symmetries, all equally likely. What a batch holds follows from the seed and its number
 * alone; of it the options' share is cut.
 */
final class PatchSampler {

  private final PairCache pairs;
  private final PatchOptions options;

  PatchSampler(PairCache pairs, PatchOptions options) {
    this.pairs = pairs;
    this.options = options;
  }

  Batch batch(long number) {
    int patch = options.patch();
    int from = options.share().from(options.batch());
    int to = options.share().to(options.batch());
    Batch batch = Batch.empty(to - from, patch, options.scale());
    SplitMix64 random = SplitMix64.of(options.seed(), number);
    Symmetry[] symmetries = Symmetry.values();
    for (int i = 0; i < to; i++) {
      int image = random.nextInt(pairs.size());
      ImageSize size = pairs.lrSize(image);
      int x = random.nextInt(size.width() - patch + 1);
      int y = random.nextInt(size.height() - patch + 1);
      Symmetry symmetry = symmetries[random.nextInt(symmetries.length)];
      if (i < from) {
        // Another's, whose choices come before ours.
        continue;
      }
      DecodedPair pair = pairs.get(image);
      float[] lr = options.degradation().patch(pair, x, y, patch, symmetry, ofPatch(number, i));
      symmetry.apply(lr, 0, 3, patch, patch, batch.lr(), (i - from) * lr.length);
      int s = options.scale();
      cut(pair.hr(), x * s, y * s, patch * s, symmetry, batch.hr(), i - from);
    }
    return batch;
  }

  /**
   * What the degradation of a patch is drawn from: numbers of its own, so that places and
   * symmetries are those of the same batch without any.
   */
  private SplitMix64 ofPatch(long number, int index) {
    return SplitMix64.of(SplitMix64.of(~options.seed(), number).nextLong(), index);
  }

  private static void cut(
      Image image, int x, int y, int side, Symmetry symmetry, float[] patches, int index) {
    float[] planes = new float[3 * side * side];
    image.copyPlanes(x, y, side, side, planes, 0);
    symmetry.apply(planes, 0, 3, side, side, patches, index * planes.length);
  }
}
