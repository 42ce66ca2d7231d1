package dk.grundskema.solver.precheck;

import dk.grundskema.domain.finding.Finding;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * So many seats are needed and fewer can be filled.
 *
 * @param wanted seats that must be filled
 * @param given  seats that can legally be filled, at most
 * @param people how many more people would do; 0 if no number would
 * @param end    an earlier end of the day that would do too; {@code null} if none would
 */
record Shortage(
        long wanted, long given, long people, @Nullable LocalTime end) {

    long missing() {
        return wanted - given;
    }

    /** The warning, said of a {@code day}, a {@code week} or {@code all}; placeholder 0 says when. */
    Finding finding(String span, String place, Object when) {
        if (people == 0) {
            return Finding.warning("precheck." + span + "-short-whoever", place, when, wanted, given, missing());
        }
        long each = Math.ceilDiv(missing(), people);
        return end == null
                ? Finding.warning("precheck." + span + "-short", place, when, wanted, given, missing(), people, each)
                : Finding.warning(
                        "precheck." + span + "-short-or-end", place, when, wanted, given, missing(), people, each, end);
    }
}
