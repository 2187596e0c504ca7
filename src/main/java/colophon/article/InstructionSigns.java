package colophon.article;

import org.jspecify.annotations.Nullable;

final class InstructionSigns {
  private InstructionSigns() {}

  static @Nullable String find(String text) {
    return null;
  }
}
