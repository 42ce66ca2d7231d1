package dk.grundskema.api.exports.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * Builds the time zone definition of a calendar from the JDK's rules. A transition that follows the same rule every year is written as a rule,
 * because all clients support that; otherwise each transition in the plan's period is written on its own.
 */
final class VTimeZoneBuilder {
    private static final LocalDateTime RULE_START = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneId zone;
    private final ZoneRules rules;

    /** @param zone zone of the calendar's times */
    VTimeZoneBuilder(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** Returns the definition of the zone under its own id, valid from {@code first} to {@code last}. */
    VTimeZone build(Instant first, Instant last) {
        var changes = transitionsBetween(first, last);
        var component = new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))));
        if (changes.isEmpty()) {
            ZoneOffset offset = rules.getOffset(first);
            component.add(toObservance(RULE_START, offset, offset, true));
        } else if (changes.stream().allMatch(change -> yearly(change).isPresent())) {
            rules.getTransitionRules().forEach(rule -> component.add(yearly(rule, changes.getFirst())));
        } else {
            changes.forEach(change -> component.add(toObservance(change)));
        }
        return component;
    }

    /** Returns the last transition before {@code first}, and all until {@code last}. */
    private List<ZoneOffsetTransition> transitionsBetween(Instant first, Instant last) {
        var found = new ArrayList<ZoneOffsetTransition>();
        var change = rules.previousTransition(first.plusSeconds(1));
        if (change == null) {
            change = rules.nextTransition(first);
        }
        while (change != null && !change.getInstant().isAfter(last)) {
            found.add(change);
            change = rules.nextTransition(change.getInstant());
        }
        return found;
    }

    /** Returns the rule of a transition; empty if a calendar cannot express it. */
    private Optional<ZoneOffsetTransitionRule> yearly(ZoneOffsetTransition change) {
        int year = change.getDateTimeBefore().getYear();
        return rules.getTransitionRules().stream()
                .filter(rule -> rule.createTransition(year).equals(change) && matchesRuleWeekday(rule, change))
                .findFirst();
    }

    /** Returns whether the local date of the transition is the day that the rule names, and a calendar can express that day. */
    private static boolean matchesRuleWeekday(ZoneOffsetTransitionRule rule, ZoneOffsetTransition change) {
        return rule.getDayOfWeek() == change.getDateTimeBefore().getDayOfWeek() && weekdayOrdinal(rule) != 0;
    }

    /** Returns the ordinal of the weekday in the month, -1 for the last one; 0 if a calendar cannot express it. */
    private static int weekdayOrdinal(ZoneOffsetTransitionRule rule) {
        int from = rule.getDayOfMonthIndicator();
        if (from == -1
                || (rule.getMonth() != Month.FEBRUARY && from == rule.getMonth().maxLength() - 6)) {
            return -1; // the JDK expresses the last one as "from the 25th on"
        }
        return from > 0 && from % 7 == 1 ? from / 7 + 1 : 0;
    }

    private Observance yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        int year = first.getDateTimeBefore().getYear();
        var change = rule.createTransition(year);
        if (change.getInstant().isAfter(first.getInstant())) {
            change = rule.createTransition(year - 1);
        }
        var observance = toObservance(change);
        String weekday = String.valueOf(rule.getDayOfWeek()).substring(0, 2);
        observance.add(new RRule<>(
                "FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + weekdayOrdinal(rule) + weekday));
        return observance;
    }

    private Observance toObservance(ZoneOffsetTransition change) {
        return toObservance(
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                !rules.isDaylightSavings(change.getInstant()));
    }

    private static Observance toObservance(
            LocalDateTime from, ZoneOffset before, ZoneOffset after, boolean isStandard) {
        Observance observance = isStandard ? new Standard(new PropertyList()) : new Daylight(new PropertyList());
        observance.add(new DtStart<>(from));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
