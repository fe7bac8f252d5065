package io.butcherblock.tensorfiles;

/**
 * A storage that a pickled tensor names, or a part of one.
 *
 * @param key what names it in the file
 * @param elements how many the whole storage has
 * @param begin the first element of the part
 * @param length how many elements the part has
 */
record StorageRef(String key, ElementType type, long elements, long begin, long length) {

  static StorageRef whole(String key, ElementType type, long elements) {
    return new StorageRef(key, type, elements, 0, elements);
  }

  long bytes() {
    return elements * type.bytes();
  }
}
