package io.butcherblock.device;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.butcherblock.error.ButcherblockException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeCacheTest {

  @TempDir private Path folder;
  private Path cache;
  private Path library;

  @BeforeEach
  void fill() throws IOException {
    assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("unix"),
        "A system with POSIX permissions");
    cache = Files.createDirectory(folder.resolve("cache"));
    Path inside = Files.createDirectory(cache.resolve("inside"));
    library = Files.createFile(inside.resolve("libc10.so"));
    for (Path each : new Path[] {cache, inside}) {
      mode(each, "rwxr-xr-x");
    }
    mode(library, "rw-r--r--");
  }

  private static void mode(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  /** What the loader would take for the home of a user without a name is below any folder. */
  @Test
  void usersWithoutAHomeHaveEachAFolderForTemporaryFiles() throws IOException {
    assumeTrue(Files.exists(Path.of("/proc/self")), "Linux");
    String user = Files.getOwner(folder).getName();
    assertEquals(
        Optional.of(folder.resolve(".javacpp-" + user + "/cache")),
        NativeCache.withoutHome("?", folder));
    assertEquals(Optional.empty(), NativeCache.withoutHome("/home/user", folder));
  }

  @Test
  void whatOnlyItsOwnerCanChangeIsTaken() {
    assertDoesNotThrow(() -> NativeCache.check(cache, library));
  }

  /** The file, its folder, the cache, and what is above: each can be exchanged by whoever may. */
  @Test
  void whatEverybodyCanChangeIsRefusedWithWhatToDo() throws IOException {
    for (Path open : new Path[] {library, library.getParent(), cache, folder}) {
      String before = PosixFilePermissions.toString(Files.getPosixFilePermissions(open));
      mode(open, "rwxrwxrwx");

      String said =
          assertThrows(ButcherblockException.class, () -> NativeCache.check(cache, library))
              .getMessage();

      assertTrue(said.contains(open.toRealPath() + " can be written by everybody"), said);
      assertTrue(said.contains("chmod go-w"), said);
      mode(open, before);
    }
  }

  /** As by whoever made a folder of a guessable name in {@code /tmp} first. */
  @Test
  void aLinkIsFollowedToWhatIsLoaded() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    mode(elsewhere, "rwxrwxrwx");
    Path theirs = Files.createFile(elsewhere.resolve("theirs.so"));
    Path link = Files.createSymbolicLink(cache.resolve("libtorch.so"), theirs);

    assertThrows(ButcherblockException.class, () -> NativeCache.check(cache, link));
  }

  @Test
  void whoMayWriteDecides() {
    Set<String> trusted = Set.of("me", "root");

    assertEquals(Optional.empty(), danger("rwxr-xr-x", "root", "root", false, trusted));
    assertEquals(
        Optional.of("belongs to mallory"),
        danger("rwx------", "mallory", "mallory", false, trusted));
    assertEquals(
        Optional.of("can be written by the group users"),
        danger("rwxrwxr-x", "me", "users", false, trusted));
    assertEquals(Optional.empty(), danger("rwxrwxr-x", "me", "me", false, trusted));
    assertEquals(Optional.empty(), danger("rwxrwxrwx", "root", "root", true, trusted));
    assertEquals(
        Optional.of("belongs to mallory"),
        danger("rwxrwxrwx", "mallory", "mallory", true, trusted));
  }

  private static Optional<String> danger(
      String permissions, String owner, String group, boolean sticky, Set<String> trusted) {
    return NativeCache.danger(
        PosixFilePermissions.fromString(permissions), owner, group, sticky, trusted);
  }

  @Test
  void aNewCacheIsItsOwnersAlone() throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    mode(fresh, "rwxrwxrwx");

    NativeCache.close(fresh);
    NativeCache.close(cache);

    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)));
    // One that holds something stays as it is: what is in it may be somebody else's by now.
    assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(cache)));
  }
}
