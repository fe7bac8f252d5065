package io.butcherblock.run;

import io.butcherblock.files.FolderSearch;
import java.nio.file.Path;
import java.util.List;

/** The folders of runs that lie below another folder, as those of an ablation do. */
public final class RunFolders {

  private RunFolders() {}

  /**
   * The folders of runs in a folder and below it, in the order of their names; what cannot be read
   * is passed over, and so is what lies deeper than the runs of an ablation.
   *
   * @param folder need not exist
   */
  public static List<Path> below(Path folder) {
    return FolderSearch.files(folder, RunDescription.FILE).stream().map(Path::getParent).toList();
  }
}
