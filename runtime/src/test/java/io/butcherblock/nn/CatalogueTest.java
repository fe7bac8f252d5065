package io.butcherblock.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {

  @TempDir private Path folder;

  /** A network of one's own that has the name of one that comes along, or of another. */
  @Test
  void aNameThatTwoNetworksHaveIsToldWithBothTypes() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(OdeNetworkDeclaration.class.getName()),
        First.class.getName() + "\n" + Second.class.getName() + "\n");
    ButcherblockException told = assertThrows(ButcherblockException.class, this::catalogue);
    String spec = EulerForTests.network(1, 4).name();
    String types = First.class.getName() + " and " + Second.class.getName();
    assertTrue(
        told.getMessage()
            .endsWith(
                "have the name "
                    + spec
                    + ": "
                    + types
                    + "; rename the type of one, or give it another name = \"...\" in its"
                    + " annotation."),
        told.getMessage());
  }

  private Catalogue catalogue() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      return Catalogue.onClassPath();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** A network. */
  public static class First implements OdeNetworkDeclaration {
    @Override
    public NetworkSpec spec() {
      return EulerForTests.network(1, 4);
    }
  }

  /** Another of the same name. */
  public static final class Second extends First {}

  /** Such as from a jar of schemes that is older than the runtime. */
  @Test
  void aDeclarationOfAnotherVersionIsTold() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(OdeNetworkDeclaration.class.getName()), OfAnother.class.getName());
    ButcherblockException told = assertThrows(ButcherblockException.class, this::catalogue);
    assertEquals(
        OfAnother.class.getName()
            + " on the class path was compiled with another version of Butcherblock (void"
            + " NetworkSpec.<init>()); compile it again with this one.",
        told.getMessage());
  }

  /** Calls what is not there any more. */
  public static final class OfAnother implements OdeNetworkDeclaration {
    @Override
    public NetworkSpec spec() {
      throw new NoSuchMethodError("void NetworkSpec.<init>()");
    }
  }

  /** Such as after a class was renamed and only a part compiled again. */
  @Test
  void aDeclarationThatCannotBeLoadedIsTold() throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(OdeScheme.class.getName()), "no.such.Scheme");
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      ButcherblockException told =
          assertThrows(ButcherblockException.class, Catalogue::onClassPath);
      assertTrue(told.getMessage().contains("no.such.Scheme"), told.getMessage());
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
