package colophon.c2pa;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a map together, member by member. What is null is left out. */
final class CborMap {

  private final List<Cbor.Member> members = new ArrayList<>();

  CborMap put(String key, @Nullable Cbor value) {
    if (value != null) {
      members.add(new Cbor.Member(Cbor.of(key), value));
    }
    return this;
  }

  CborMap put(String key, @Nullable String text) {
    return text == null ? this : put(key, Cbor.of(text));
  }

  CborMap put(long key, Cbor value) {
    members.add(new Cbor.Member(Cbor.of(key), value));
    return this;
  }

  Cbor.Members build() {
    return new Cbor.Members(members);
  }
}
