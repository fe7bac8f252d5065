package io.butcherblock.image;

import io.butcherblock.files.ClassLoaders;
import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.IIOServiceProvider;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The readers and writers of images that this library brings. ImageIO looks for them once in a
 * process, by the context class loader of the thread that happens to use it first, which in a
 * server is rarely that of this library. So those that it did not find are added.
 */
final class ImagePlugins {

  static {
    add(ServiceLoader.load(ImageReaderSpi.class, ClassLoaders.own()));
    add(ServiceLoader.load(ImageWriterSpi.class, ClassLoaders.own()));
  }

  private ImagePlugins() {}

  /** Adds them, the first time. */
  static void register() {
    // The class is initialized by now.
  }

  private static void add(ServiceLoader<? extends IIOServiceProvider> services) {
    IIORegistry registry = IIORegistry.getDefaultInstance();
    Iterator<? extends IIOServiceProvider> found = services.iterator();
    while (found.hasNext()) {
      try {
        IIOServiceProvider plugin = found.next();
        if (registry.getServiceProviderByClass(plugin.getClass()) == null) {
          registry.registerServiceProvider(plugin);
        }
      } catch (ServiceConfigurationError e) {
        // One of somebody else's that cannot be loaded; ImageIO does without it, too.
      }
    }
  }
}
