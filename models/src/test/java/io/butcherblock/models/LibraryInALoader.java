package io.butcherblock.models;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * A program that has the library, and what {@link EnlargeWebp} needs, in a class loader of its own.
 * Arguments: the context class loader (platform or none), a folder to write to, a class path.
 */
final class LibraryInALoader {

  private LibraryInALoader() {}

  public static void main(String[] args) throws Exception {
    // As Tomcat does when it starts: whatever ImageIO knows it has found by then.
    ImageIO.getCacheDirectory();
    ClassLoader platform = ClassLoader.getPlatformClassLoader();
    String[] parts = args[2].split(File.pathSeparator, -1);
    URL[] urls = new URL[parts.length];
    for (int i = 0; i < parts.length; i++) {
      urls[i] = Path.of(parts[i]).toUri().toURL();
    }
    try (URLClassLoader loader = new URLClassLoader(urls, platform)) {
      Thread.currentThread().setContextClassLoader(args[0].equals("platform") ? platform : null);
      loader
          .loadClass("io.butcherblock.models.EnlargeWebp")
          .getMethod("enlarge", Path.class)
          .invoke(null, Path.of(args[1]));
    } catch (InvocationTargetException e) {
      System.out.println(e.getCause());
      System.exit(1);
    }
  }
}
