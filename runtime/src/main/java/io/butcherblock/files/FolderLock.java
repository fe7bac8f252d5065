package io.butcherblock.files;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.Setting;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right to write to a folder, which one process has at a time: a lock of the operating system
 * on the file {@code .lock} in it. It ends with its process, however that ends. The file stays, for
 * to delete it while others open it would let two processes in.
 */
public final class FolderLock implements AutoCloseable {

  private static final String FILE = ".lock";

  private static final int MOST_TEXT = 200;
  private static final Pattern HOLDER = Pattern.compile("process \\d{1,19} on [\\w.-]{1,100}");

  /** A process may not open such a file twice: to close it once would end its lock on Unix. */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path file;
  private final FileChannel channel;
  private final boolean exclusive;

  private FolderLock(Path file, FileChannel channel, boolean exclusive) {
    this.file = file;
    this.channel = channel;
    this.exclusive = exclusive;
  }

  /**
   * Takes the lock of a folder, which is made if it is not there.
   *
   * @param what is written there, for the message: {@code run}, {@code ablation}
   * @return the lock, which the caller closes
   * @throws ButcherblockException if another process has it, or this one already, or the folder
   *     cannot be written, or the thread is interrupted
   */
  public static FolderLock take(Path folder, String what) {
    Path file = null;
    boolean taken = false;
    try {
      Files.createDirectories(folder);
      file = folder.toRealPath().resolve(FILE);
      if (!reserve(file)) {
        file = null;
        throw refusal(folder, what, Optional.of("this process"));
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        boolean exclusive = lock(channel, folder, what);
        taken = true;
        return new FolderLock(file, channel, exclusive);
      } finally {
        if (!taken) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw FileFailure.cannot("write", folder, e);
    } finally {
      if (!taken && file != null) {
        release(file);
      }
    }
  }

  /** Returns whether there are locks on this file system, where a network's may have none. */
  private static boolean lock(FileChannel channel, Path folder, String what)
      throws ClosedChannelException {
    Optional<Boolean> held = ChannelLock.tryLock(channel);
    if (held.isPresent() && !held.get()) {
      throw refusal(folder, what, holder(channel));
    }
    if (held.isPresent()) {
      signIn(channel);
    }
    return held.isPresent();
  }

  private static ButcherblockException refusal(Path folder, String what, Optional<String> holder) {
    return ButcherblockException.of(
        "Another %s writes to %s now%s; wait until it has ended, or give another %s.",
        what, folder, holder.map(each -> " (" + each + ")").orElse(""), Setting.OUTPUT);
  }

  private static Optional<String> holder(FileChannel channel) {
    try {
      ByteBuffer text = ByteBuffer.allocate(MOST_TEXT);
      channel.read(text, 0);
      Matcher holder =
          HOLDER.matcher(new String(text.array(), 0, text.position(), StandardCharsets.UTF_8));
      return holder.lookingAt() ? Optional.of(holder.group()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * For the message to others; the lock holds without it, as on a full disk.
   *
   * @throws ClosedChannelException if the thread is interrupted, which ends the lock too
   */
  private static void signIn(FileChannel channel) throws ClosedChannelException {
    try {
      String text =
          "process %s on %s\n"
              .formatted(
                  ProcessHandle.current().pid(),
                  HostName.get().replaceAll("[^\\w.-]", "").replaceFirst("^$", "unknown"));
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
    } catch (ClosedChannelException e) {
      throw e;
    } catch (IOException e) {
      // Nobody will be told who it is.
    }
  }

  /** Whether other processes are kept out; not where the file system has no locks. */
  public boolean isExclusive() {
    return exclusive;
  }

  /** What to tell of a folder whose lock is not exclusive. */
  public static String noLocks(Path folder) {
    return "The file system of "
        + folder
        + " has no locks: see to it that no other process writes there.";
  }

  private static boolean reserve(Path file) {
    synchronized (HELD) {
      return HELD.add(file);
    }
  }

  private static void release(Path file) {
    synchronized (HELD) {
      HELD.remove(file);
    }
  }

  /** Ends the lock. Further calls do nothing. */
  @Override
  public void close() {
    if (!channel.isOpen()) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process then.
    } finally {
      release(file);
    }
  }
}
