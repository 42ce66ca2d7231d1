package dk.grundskema.api.web.app.timetable;

import dk.grundskema.api.timetable.DayBoard;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choice;
import dk.grundskema.api.web.app.timetable.TimetablePage.Choices;
import dk.grundskema.api.web.app.timetable.TimetablePage.Kind;
import dk.grundskema.api.web.app.timetable.TimetablePage.OfDay;
import dk.grundskema.api.web.app.timetable.TimetablePage.Sought;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import java.util.stream.Stream;

/** The page of a day, for tests. */
final class DayPage {
    static final Choice DAY = new Choice(Kind.DAY, "", "");

    private DayPage() {}

    /** @param others what else there is to look at */
    static TimetablePage of(DayBoard board, Choices... others) {
        IsoWeek week = IsoWeek.of(board.date());
        return new TimetablePage(
                "/plans/p/timetable",
                false,
                "/looks.css",
                Stream.concat(Stream.of(new Choices(Kind.DAY, List.of(DAY))), Stream.of(others))
                        .toList(),
                DAY,
                List.of(week),
                week,
                new OfDay(board, List.of(board.date())),
                Sought.NOTHING,
                List.of("Dansk"),
                null);
    }
}
