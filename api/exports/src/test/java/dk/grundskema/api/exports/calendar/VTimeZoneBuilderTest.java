package dk.grundskema.api.exports.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The time zone definition of a calendar agrees with the JDK in every zone. */
class VTimeZoneBuilderTest {
    private static final Instant FIRST = Instant.parse("2026-08-31T00:00:00Z");
    private static final Instant LAST = Instant.parse("2027-10-31T23:00:00Z");

    private static VTimeZone of(String zone, Instant first, Instant last) {
        return new VTimeZoneBuilder(ZoneId.of(zone)).build(first, last);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Copenhagen",
                "Atlantic/Faroe",
                "America/Nuuk",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Kolkata",
                "Africa/Casablanca",
                "Africa/Cairo",
                "Pacific/Kiritimati",
                "UTC",
                "+05:30"
            })
    void atEveryHourOfAYearAndMoreTheOffsetIsTheZones(String zone) {
        var component = of(zone, FIRST, LAST);
        var rules = ZoneId.of(zone).getRules();

        assertThat(component.toString()).contains("TZID:" + zone + "\r\n");
        var onsets = onsets(component);
        for (Instant moment = FIRST; moment.isBefore(LAST); moment = moment.plus(Duration.ofMinutes(30))) {
            assertThat(onsets.floorEntry(moment))
                    .as("%s at %s", zone, moment)
                    .extracting(Map.Entry::getValue)
                    .isEqualTo(rules.getOffset(moment));
        }
    }

    /** From when on which offset holds: every observance on each of its dates, in the time that the clock shows before. */
    private static NavigableMap<Instant, ZoneOffset> onsets(VTimeZone component) {
        var onsets = new TreeMap<Instant, ZoneOffset>();
        for (Observance observance : component.getObservances()) {
            ZoneOffset before =
                    observance.<TzOffsetFrom>getRequiredProperty("TZOFFSETFROM").getOffset();
            ZoneOffset after =
                    observance.<TzOffsetTo>getRequiredProperty("TZOFFSETTO").getOffset();
            LocalDateTime start = observance
                    .<DtStart<LocalDateTime>>getRequiredProperty("DTSTART")
                    .getDate();
            onsets.put(start.toInstant(before), after);
            observance
                    .<RRule<LocalDateTime>>getProperty("RRULE")
                    .ifPresent(rule -> rule.getRecur()
                            .getDates(start, start, LocalDateTime.of(2028, 1, 1, 0, 0))
                            .forEach(date -> onsets.put(date.toInstant(before), after)));
        }
        return onsets;
    }

    @Test
    void danishClocksChangeByARuleEveryYearAlsoInAPlanWithoutAChange() {
        String autumn = of(
                        "Europe/Copenhagen",
                        Instant.parse("2026-09-06T22:00:00Z"),
                        Instant.parse("2026-09-28T22:00:00Z"))
                .toString();

        assertThat(autumn.replace("\r\n", "\n")).contains("""
                BEGIN:DAYLIGHT
                DTSTART:20260329T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
                END:DAYLIGHT
                """, """
                BEGIN:STANDARD
                DTSTART:20251026T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
                END:STANDARD
                """);
    }

    @Test
    void americanClocksChangeOnTheSecondAndTheFirstSunday() {
        assertThat(of("America/New_York", FIRST, LAST).toString())
                .contains("BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU");
    }

    @Test
    void aZoneWithoutChangesHasOneOffset() {
        assertThat(of("UTC", FIRST, LAST).getObservances()).hasSize(1);
    }
}
