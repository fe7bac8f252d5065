package io.butcherblock.weights;

import io.butcherblock.error.ButcherblockException;
import io.butcherblock.error.PlainText;
import io.butcherblock.names.NameList;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the keys of a file name the tensors of a network: as here and in the official implementation,
 * or as BasicSR's EDSR does; and what stands before all of them, as {@code module.} of DataParallel
 * does.
 *
 * <p>BasicSR's EDSR computes what the official one does in images of 0 to 255, which is its
 * default; its mean color is no part of its state dict.
 */
final class KeyLayout {

  private static final String FIRST = "head.0.weight";
  private static final String BASIC_SR_FIRST = "conv_first.weight";
  private static final Pattern BODY = Pattern.compile("body\\.(\\d{1,6})\\..+");
  private static final Pattern NAMED =
      Pattern.compile("(conv_first|conv_after_body|conv_last|upsample\\.\\d+)\\.(weight|bias)");

  private final String prefix;

  /** The number of residual blocks; empty where the layout is not BasicSR's. */
  private final Optional<Integer> basicSrBlocks;

  private KeyLayout(String prefix, Optional<Integer> basicSrBlocks) {
    this.prefix = prefix;
    this.basicSrBlocks = basicSrBlocks;
  }

  /** Whether a key is that of a network's first convolution. */
  static boolean isFirst(String key) {
    return ends(key, FIRST) || ends(key, BASIC_SR_FIRST);
  }

  private static boolean ends(String key, String name) {
    return key.equals(name) || key.endsWith("." + name);
  }

  /**
   * The layout of a file.
   *
   * @param keys all keys of the file
   * @return that without a prefix where the file holds no network
   * @throws ButcherblockException if it holds several networks
   */
  static KeyLayout of(Object file, Set<String> keys) {
    Set<String> prefixes = new TreeSet<>();
    for (String key : keys) {
      if (isFirst(key)) {
        int length = ends(key, FIRST) ? FIRST.length() : BASIC_SR_FIRST.length();
        prefixes.add(key.substring(0, key.length() - length));
      }
    }
    if (prefixes.size() > 1) {
      throw new ButcherblockException(
          file
              + " holds the weights of several networks: keys begin with "
              + NameList.of(
                  prefixes.stream().map(key -> '"' + PlainText.shortOf(key) + '"').toList(), 4)
              + "; save the state dict of one of them.");
    }
    String prefix = prefixes.isEmpty() ? "" : prefixes.iterator().next();
    return new KeyLayout(
        prefix,
        keys.contains(prefix + BASIC_SR_FIRST) && !keys.contains(prefix + FIRST)
            ? Optional.of(blocks(keys, prefix))
            : Optional.empty());
  }

  private static int blocks(Set<String> keys, String prefix) {
    return keys.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> BODY.matcher(key.substring(prefix.length())))
        .filter(Matcher::matches)
        .mapToInt(block -> Integer.parseInt(block.group(1)) + 1)
        .max()
        .orElse(0);
  }

  /** Our key, which can be that of the mean shift; empty for what is no part of the network. */
  Optional<String> ours(String key) {
    if (!key.startsWith(prefix)) {
      return Optional.empty();
    }
    String name = key.substring(prefix.length());
    return Optional.of(
        basicSrBlocks
            .map(blocks -> basicSr(name, blocks))
            .orElseGet(() -> OfficialKeys.toOurs(name)));
  }

  private static String basicSr(String key, int blocks) {
    Matcher named = NAMED.matcher(key);
    if (!named.matches()) {
      return key;
    }
    String part = named.group(1);
    String ours =
        switch (part) {
          case "conv_first" -> "head.0";
          case "conv_after_body" -> "body." + blocks;
          case "conv_last" -> "tail.1";
          default -> "tail.0" + part.substring(part.indexOf('.'));
        };
    return ours + "." + named.group(2);
  }
}
