package io.butcherblock.ablation;

import io.butcherblock.data.DecodedPair;
import io.butcherblock.data.ImagePair;
import io.butcherblock.image.ImageSize;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.util.List;

/** Decodes its images once for all runs, unless Java needs the memory for something else. */
final class CachedPair implements ImagePair {

  private final ImagePair pair;
  private SoftReference<DecodedPair> kept = new SoftReference<>(null);

  CachedPair(ImagePair pair) {
    this.pair = pair;
  }

  @Override
  public String name() {
    return pair.name();
  }

  @Override
  public List<Path> files() {
    return pair.files();
  }

  @Override
  public ImageSize lrSize() {
    return pair.lrSize();
  }

  @Override
  public synchronized DecodedPair load() {
    DecodedPair loaded = kept.get();
    if (loaded == null) {
      loaded = pair.load();
      kept = new SoftReference<>(loaded);
    }
    return loaded;
  }
}
