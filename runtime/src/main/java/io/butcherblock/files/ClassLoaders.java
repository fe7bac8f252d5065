package io.butcherblock.files;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where what comes along on the class path is looked for: that of the thread, which may know a
 * program's own declarations, and that of this library. A thread may have none, or one that knows
 * neither: those of {@code ForkJoinPool} have the one that Java started with, while a server has
 * its programs in loaders of their own.
 */
public final class ClassLoaders {

  private ClassLoaders() {}

  /** The thread's first; each once. */
  public static Set<ClassLoader> all() {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    loaders.add(own());
    return loaders;
  }

  /** That of this library. */
  public static ClassLoader own() {
    return ClassLoaders.class.getClassLoader();
  }
}
