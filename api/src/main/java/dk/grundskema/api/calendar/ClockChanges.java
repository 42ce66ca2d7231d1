package dk.grundskema.api.calendar;

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
 * The changes of clocks that a calendar brings along, from the JDK's own rules. Where clocks change by the same rule every year, it is
 * written as such, since that is what all clients read; otherwise each change around the plan on its own.
 */
final class ClockChanges {
    private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

    private final ZoneId zone;
    private final ZoneRules rules;

    /** @param zone zone of the calendar's times */
    ClockChanges(ZoneId zone) {
        this.zone = zone;
        this.rules = zone.getRules();
    }

    /** The zone under its own id, right from one moment to another. */
    VTimeZone between(Instant first, Instant last) {
        var changes = changes(first, last);
        var component = new VTimeZone(new PropertyList(List.of(new TzId(zone.getId()))));
        if (changes.isEmpty()) {
            ZoneOffset offset = rules.getOffset(first);
            component.add(observance(EVER, offset, offset, true));
        } else if (changes.stream().allMatch(change -> yearly(change).isPresent())) {
            rules.getTransitionRules().forEach(rule -> component.add(yearly(rule, changes.getFirst())));
        } else {
            changes.forEach(change -> component.add(observance(change)));
        }
        return component;
    }

    /** The last change before the first moment, and all until the last. */
    private List<ZoneOffsetTransition> changes(Instant first, Instant last) {
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

    /** The rule that makes a change, where it can be said in a calendar. */
    private Optional<ZoneOffsetTransitionRule> yearly(ZoneOffsetTransition change) {
        int year = change.getDateTimeBefore().getYear();
        return rules.getTransitionRules().stream()
                .filter(rule -> rule.createTransition(year).equals(change) && isOnItsDay(rule, change))
                .findFirst();
    }

    /** Whether the wall clock shows the day that the rule names when it is changed, and that day can be said. */
    private static boolean isOnItsDay(ZoneOffsetTransitionRule rule, ZoneOffsetTransition change) {
        return rule.getDayOfWeek() == change.getDateTimeBefore().getDayOfWeek() && which(rule) != 0;
    }

    /** Which of its weekdays in the month it is, -1 for the last one; 0 where that can't be said in a number. */
    private static int which(ZoneOffsetTransitionRule rule) {
        int from = rule.getDayOfMonthIndicator();
        if (from == -1
                || (rule.getMonth() != Month.FEBRUARY && from == rule.getMonth().maxLength() - 6)) {
            return -1; // the JDK says "from the 25th on" for the last one
        }
        return from > 0 && from % 7 == 1 ? from / 7 + 1 : 0;
    }

    private Observance yearly(ZoneOffsetTransitionRule rule, ZoneOffsetTransition first) {
        int year = first.getDateTimeBefore().getYear();
        var change = rule.createTransition(year);
        if (change.getInstant().isAfter(first.getInstant())) {
            change = rule.createTransition(year - 1);
        }
        var observance = observance(change);
        String weekday = String.valueOf(rule.getDayOfWeek()).substring(0, 2);
        observance.add(
                new RRule<>("FREQ=YEARLY;BYMONTH=" + rule.getMonth().getValue() + ";BYDAY=" + which(rule) + weekday));
        return observance;
    }

    private Observance observance(ZoneOffsetTransition change) {
        return observance(
                change.getDateTimeBefore(),
                change.getOffsetBefore(),
                change.getOffsetAfter(),
                !rules.isDaylightSavings(change.getInstant()));
    }

    private static Observance observance(LocalDateTime from, ZoneOffset before, ZoneOffset after, boolean isStandard) {
        Observance observance = isStandard ? new Standard(new PropertyList()) : new Daylight(new PropertyList());
        observance.add(new DtStart<>(from));
        observance.add(new TzOffsetFrom(before));
        observance.add(new TzOffsetTo(after));
        return observance;
    }
}
