package dk.grundskema.solver.precheck;

import dk.grundskema.domain.finding.Finding;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A shortage of seats that can be filled.
 *
 * @param wanted seats that must be filled
 * @param given maximum number of seats that can be filled within the rules
 * @param people number of additional people that suffices; 0 if no number does
 * @param end an earlier end of the day that also suffices; {@code null} if there is none
 */
record Shortage(
        long wanted, long given, long people, @Nullable LocalTime end) {

    long missing() {
        return wanted - given;
    }

    /**
     * Returns the warning for a {@code day}, a {@code week} or {@code all}; placeholder 0 is the date, week or number
     * of weeks.
     */
    Finding toFinding(String span, String place, Object when) {
        if (people == 0) {
            return Finding.warning(
                    "precheck." + span + "-short-despite-more-staff", place, when, wanted, given, missing());
        }
        long each = Math.ceilDiv(missing(), people);
        return end == null
                ? Finding.warning("precheck." + span + "-short", place, when, wanted, given, missing(), people, each)
                : Finding.warning(
                        "precheck." + span + "-short-or-end", place, when, wanted, given, missing(), people, each, end);
    }
}
