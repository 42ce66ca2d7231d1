package dk.grundskema.api.server.pages.camp;

import dk.grundskema.api.web.app.camp.DaysPage.Date;
import dk.grundskema.api.web.app.camp.DaysPage.Week;
import dk.grundskema.api.web.app.camp.Field;
import dk.grundskema.domain.time.IsoWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which days of a camp are of which kind. */
final class DayCalendar {
    private final Camp camp;
    private final List<Said> days;
    private final Beside beside;
    private final LocalDate first;
    private final LocalDate last;

    DayCalendar(Camp camp, List<Said> days, Beside beside) {
        this.camp = camp;
        this.days = days;
        this.beside = beside;
        this.first = LocalDate.parse(camp.spelledOut().text("firstDay"));
        this.last = LocalDate.parse(camp.spelledOut().text("lastDay"));
    }

    private Optional<Said> kind(Predicate<Said> isMeant) {
        return days.stream().filter(isMeant).findFirst();
    }

    private static String id(Optional<Said> kind) {
        return kind.map(one -> one.text("id")).orElse("");
    }

    private Optional<Said> of(DayOfWeek weekday) {
        return kind(one -> one.texts("weekdays").contains(weekday.name()));
    }

    private Optional<Said> of(String occasion) {
        return kind(one -> one.text("occasion").equals(occasion));
    }

    /** The kind of the last day; one that the first day has, too, has it by its date. */
    private Optional<Said> ofLast() {
        return of("LAST_DAY")
                .or(() -> kind(one -> one.text("occasion").equals("FIRST_DAY")
                        && one.texts("dates").contains(last.toString())));
    }

    /** For each day of the week its kind. */
    List<Field> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(one -> beside.field("weekday/" + one, id(of(one))))
                .toList();
    }

    /** The kind of one end of the camp. */
    Field occasion(String occasion) {
        return beside.field("occasion/" + occasion, id(occasion.equals("LAST_DAY") ? ofLast() : of(occasion)));
    }

    /** The camp's weeks. */
    List<Week> weeks() {
        var weeks = new ArrayList<Week>();
        IsoWeek end = IsoWeek.of(last);
        for (IsoWeek week = IsoWeek.of(first); week.compareTo(end) <= 0; week = week.plus(1)) {
            IsoWeek own = week;
            weeks.add(new Week(
                    own.week(),
                    Arrays.stream(DayOfWeek.values())
                            .map(one -> date(own.date(one)))
                            .toList()));
        }
        return weeks;
    }

    private Date date(LocalDate date) {
        Optional<Said> ofEnd = date.equals(first) ? of("FIRST_DAY") : date.equals(last) ? ofLast() : Optional.empty();
        Optional<Said> own = kind(one -> one.texts("dates").contains(date.toString()))
                .filter(one -> !date.equals(last) || !ofEnd.equals(Optional.of(one)));
        return new Date(
                beside.field("date/" + date, id(own)),
                date,
                ofEnd.or(() -> of(date.getDayOfWeek()))
                        .map(one -> one.text("name"))
                        .orElse(""),
                !date.isBefore(first) && !date.isAfter(last),
                camp.problem().horizon().isClosed(date));
    }
}
