package colophon.provenance;

import colophon.kernel.Json;

/** A part of a record: it knows its own JSON. */
interface Recorded {
  Json.Obj json();
}
