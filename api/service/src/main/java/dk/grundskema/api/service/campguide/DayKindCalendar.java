package dk.grundskema.api.service.campguide;

import dk.grundskema.api.service.campguide.CampDaysPage.CampDateView;
import dk.grundskema.api.service.campguide.CampDaysPage.CampWeekView;
import dk.grundskema.api.service.rules.FieldErrors;
import dk.grundskema.api.service.rules.JsonObjectView;
import dk.grundskema.api.service.rules.PointerField;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Determines the kind of each day of a camp. */
final class DayKindCalendar {
    private final EditedCamp camp;
    private final List<JsonObjectView> days;
    private final FieldErrors fieldErrors;
    private final LocalDate firstDay;
    private final LocalDate lastDay;

    DayKindCalendar(EditedCamp camp, List<JsonObjectView> days, FieldErrors fieldErrors) {
        this.camp = camp;
        this.days = days;
        this.fieldErrors = fieldErrors;
        this.firstDay = LocalDate.parse(camp.spelledOut().text("firstDay"));
        this.lastDay = LocalDate.parse(camp.spelledOut().text("lastDay"));
    }

    private Optional<JsonObjectView> findKind(Predicate<JsonObjectView> isMeant) {
        return days.stream().filter(isMeant).findFirst();
    }

    private static String id(Optional<JsonObjectView> kind) {
        return kind.map(one -> one.text("id")).orElse("");
    }

    private Optional<JsonObjectView> of(DayOfWeek weekday) {
        return findKind(one -> one.texts("weekdays").contains(weekday.name()));
    }

    private Optional<JsonObjectView> of(String occasion) {
        return findKind(one -> one.text("occasion").equals(occasion));
    }

    /** Returns the kind of the last day. If the first day has the same kind, the last day has it by its date. */
    private Optional<JsonObjectView> ofLast() {
        return of("LAST_DAY")
                .or(() -> findKind(one -> one.text("occasion").equals("FIRST_DAY")
                        && one.texts("dates").contains(lastDay.toString())));
    }

    /** Returns the kind of each day of the week. */
    List<PointerField> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(one -> fieldErrors.field("weekday/" + one, id(of(one))))
                .toList();
    }

    /** Returns the kind of the first or last day. */
    PointerField occasion(String occasion) {
        return fieldErrors.field("occasion/" + occasion, id(occasion.equals("LAST_DAY") ? ofLast() : of(occasion)));
    }

    /** Returns the weeks of the camp. */
    List<CampWeekView> weeks() {
        var weeks = new ArrayList<CampWeekView>();
        IsoWeek end = IsoWeek.of(lastDay);
        for (IsoWeek week = IsoWeek.of(firstDay); week.compareTo(end) <= 0; week = week.plus(1)) {
            IsoWeek own = week;
            weeks.add(new CampWeekView(
                    own.week(),
                    Arrays.stream(DayOfWeek.values())
                            .map(one -> date(own.date(one)))
                            .toList()));
        }
        return weeks;
    }

    private CampDateView date(LocalDate date) {
        Optional<JsonObjectView> ofEnd =
                date.equals(firstDay) ? of("FIRST_DAY") : date.equals(lastDay) ? ofLast() : Optional.empty();
        Optional<JsonObjectView> own = findKind(one -> one.texts("dates").contains(date.toString()))
                .filter(one -> !date.equals(lastDay) || !ofEnd.equals(Optional.of(one)));
        return new CampDateView(
                fieldErrors.field("date/" + date, id(own)),
                date,
                ofEnd.or(() -> of(date.getDayOfWeek()))
                        .map(one -> one.text("name"))
                        .orElse(""),
                !date.isBefore(firstDay) && !date.isAfter(lastDay),
                camp.problem().horizon().isClosed(date));
    }
}
