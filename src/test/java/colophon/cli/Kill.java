package colophon.cli;

import org.jspecify.annotations.Nullable;

/**
 * One kill: the process is stopped at a point and killed there, or killed at a moment.
 *
 * @param stopAfter the point in the form of {@link StepsOnRequest}; null for a moment
 * @param share of the undisturbed command's duration after which it is killed, in hundredths, where
 *     no point is given
 * @param withServer whether the postmaster of the embedded PostgreSQL is killed along with it
 */
record Kill(KillPhase phase, @Nullable String stopAfter, int share, boolean withServer) {

  static Kill at(KillPhase phase, String stopAfter) {
    return new Kill(phase, stopAfter, 0, false);
  }

  static Kill sometime(KillPhase phase, int share) {
    return new Kill(phase, null, share, false);
  }

  /** Whether all that is left to do is to finish what was decided or logged. */
  boolean isInPublication() {
    return stopAfter != null && stopAfter.contains(":b-");
  }

  Kill alsoServer() {
    return new Kill(phase, stopAfter, share, true);
  }

  String words() {
    return phase.words()
        + ", "
        + (stopAfter != null ? "after " + stopAfter : "at " + share + " % of its time")
        + (withServer ? ", with its postmaster" : "");
  }
}
