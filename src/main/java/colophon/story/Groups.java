package colophon.story;

/** Things by number that are joined into groups; a group is known by its smallest number. */
final class Groups {

  private final int[] parents;

  Groups(int size) {
    parents = new int[size];
    for (int i = 0; i < size; i++) {
      parents[i] = i;
    }
  }

  void join(int a, int b) {
    int first = of(a);
    int second = of(b);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  int of(int thing) {
    int root = thing;
    while (parents[root] != root) {
      root = parents[root];
    }
    parents[thing] = root;
    return root;
  }
}
