package io.butcherblock.processor.model;

import java.util.List;

/** The names of generated classes: that of the declaring type with a suffix. */
public final class GeneratedNames {

  private static final String SCHEME = "Scheme";
  private static final String TRAINABLE_BLOCK = "TrainableBlock";
  private static final String FROZEN_BLOCK = "FrozenBlock";
  private static final String FAMILY_BLOCK = "FamilyBlock";
  private static final String VECTOR_FIELD = "VectorField";
  private static final String NETWORK = "Network";

  /** "Block" last: it is what people write for one of the two blocks, and ends both. */
  private static final List<String> SUFFIXES =
      List.of(SCHEME, VECTOR_FIELD, NETWORK, TRAINABLE_BLOCK, FROZEN_BLOCK, FAMILY_BLOCK, "Block");

  private GeneratedNames() {}

  /** The factory of the blocks of a scheme. */
  public static ClassReference scheme(DeclaredType type) {
    return of(type, SCHEME);
  }

  /** The block of a scheme whose coefficients are trained. */
  public static ClassReference trainableBlock(DeclaredType type) {
    return of(type, TRAINABLE_BLOCK);
  }

  /** The block of a scheme whose coefficients stay as they are. */
  public static ClassReference frozenBlock(DeclaredType type) {
    return of(type, FROZEN_BLOCK);
  }

  /** The block of a family of schemes whose free parameters are trained. */
  public static ClassReference familyBlock(DeclaredType type) {
    return of(type, FAMILY_BLOCK);
  }

  /**
   * A block at the front of a network whose blocks carry history on.
   *
   * @param number from 1
   */
  public static ClassReference startBlock(DeclaredType type, int number, boolean trainable) {
    return of(type, "Start" + number + (trainable ? TRAINABLE_BLOCK : FROZEN_BLOCK));
  }

  /** Such a block of a family whose free parameters are trained. */
  public static ClassReference startFamilyBlock(DeclaredType type, int number) {
    return of(type, "Start" + number + FAMILY_BLOCK);
  }

  /** The factory of a declared vector field. */
  public static ClassReference vectorField(DeclaredType type) {
    return of(type, VECTOR_FIELD);
  }

  /** The declaration of a network. */
  public static ClassReference network(DeclaredType type) {
    return of(type, NETWORK);
  }

  private static ClassReference of(DeclaredType type, String suffix) {
    return new ClassReference(type.packageName(), type.simpleName() + suffix);
  }

  /** The simple name of the declaring type where a name is that of a generated class. */
  public static String withoutSuffix(String simpleName) {
    return SUFFIXES.stream()
        .filter(simpleName::endsWith)
        .findFirst()
        .map(suffix -> simpleName.substring(0, simpleName.length() - suffix.length()))
        .orElse(simpleName);
  }
}
