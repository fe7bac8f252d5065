package io.butcherblock.device;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.CodeSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that native libraries are unpacked to: whoever could replace a file there could run
 * programs as the user who loads it. On systems without POSIX permissions nothing is looked at.
 */
final class NativeCache {

  private static final String ROOT = "root";

  /** Belongs to the user of this process, on Linux; in a container it may be the one who does. */
  private static final Path PROCESS = Path.of("/proc/self");

  /** Of a folder such as {@code /tmp}, among the bits of its mode. */
  private static final int STICKY = 01000;

  /** The loader's own setting. */
  private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

  private NativeCache() {}

  /** Names the folder to the loader where it would take one that nobody expects. */
  static void choose() throws IOException {
    if (System.getProperty(FOLDER) == null) {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      withoutHome(System.getProperty("user.home"), temporary)
          .ifPresent(folder -> System.setProperty(FOLDER, folder.toString()));
    }
  }

  /**
   * The folder for a user who has no name, as in containers: Java has no home for that one and says
   * {@code ?}, which the loader would make a folder of, wherever the program is run.
   *
   * @param home as Java says
   * @return a folder for this user alone; empty where there is a home
   */
  static Optional<Path> withoutHome(String home, Path temporary) throws IOException {
    if (Path.of(home).isAbsolute() || !Files.exists(PROCESS)) {
      return Optional.empty();
    }
    String user = Files.getOwner(PROCESS).getName();
    return Optional.of(temporary.resolve(".javacpp-" + user).resolve("cache"));
  }

  /**
   * Makes a new folder its owner's alone.
   *
   * @param folder empty or not
   */
  static void close(Path folder) throws IOException {
    if (hasPermissions(folder) && isEmpty(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /**
   * Refuses a library that another user could have replaced, or could before it is loaded.
   *
   * @param cache the folder of all libraries
   * @param library one of them
   * @throws ButcherblockException if it is in no such place
   */
  static void check(Path cache, Path library) throws IOException {
    if (!hasPermissions(cache)) {
      return;
    }
    Path root = cache.toRealPath();
    Set<String> trusted = trusted();
    for (Path path = library.toRealPath(); path != null; path = path.getParent()) {
      PosixFileAttributes attributes = Files.readAttributes(path, PosixFileAttributes.class);
      // Of what lies above the cache, groups are the business of who set the machine up.
      Optional<String> danger =
          danger(
              attributes.permissions(),
              attributes.owner().getName(),
              path.startsWith(root) ? attributes.group().getName() : attributes.owner().getName(),
              isSticky(path),
              trusted);
      if (danger.isPresent()) {
        throw ButcherblockException.of(
            "Other users can replace the libraries of LibTorch that are unpacked below %s: %s"
                + " %s. Let it be yours alone (chmod go-w) and delete what is in it, or name"
                + " another folder by %s.",
            cache, path, danger.get(), Setting.NATIVE_LIBRARY_CACHE);
      }
    }
  }

  /**
   * Who else than trusted users can change a file or folder, as the end of a sentence.
   *
   * @param owner the user's name
   * @param group the group's name; one of the owner's name is the owner's own
   * @param sticky whether in this folder everybody can change what is their own only
   */
  static Optional<String> danger(
      Set<PosixFilePermission> permissions,
      String owner,
      String group,
      boolean sticky,
      Set<String> trusted) {
    if (!trusted.contains(owner)) {
      return Optional.of("belongs to " + owner);
    }
    if (sticky) {
      return Optional.empty();
    }
    if (permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
      return Optional.of("can be written by everybody");
    }
    return permissions.contains(PosixFilePermission.GROUP_WRITE) && !group.equals(owner)
        ? Optional.of("can be written by the group " + group)
        : Optional.empty();
  }

  /** Root, this user, and who owns the program: who can change that need not change libraries. */
  private static Set<String> trusted() throws IOException {
    Set<String> names = new HashSet<>();
    names.add(ROOT);
    names.add(
        Files.exists(PROCESS)
            ? Files.getOwner(PROCESS).getName()
            : System.getProperty("user.name"));
    CodeSource program = NativeCache.class.getProtectionDomain().getCodeSource();
    if (program != null && program.getLocation().getProtocol().equals("file")) {
      try {
        names.add(Files.getOwner(Path.of(program.getLocation().toURI())).getName());
      } catch (URISyntaxException e) {
        // Somewhere else than in a file.
      }
    }
    return names;
  }

  private static boolean isSticky(Path path) throws IOException {
    return ((Integer) Files.getAttribute(path, "unix:mode") & STICKY) != 0;
  }

  private static boolean hasPermissions(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix")
        && folder.getFileSystem().supportedFileAttributeViews().contains("unix");
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
