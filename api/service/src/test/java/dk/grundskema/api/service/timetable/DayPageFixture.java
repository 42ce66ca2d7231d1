package dk.grundskema.api.service.timetable;

import dk.grundskema.api.documents.timetable.DayBoard;
import dk.grundskema.api.service.timetable.TimetablePage.DayBody;
import dk.grundskema.api.service.timetable.TimetablePage.SearchResult;
import dk.grundskema.api.service.timetable.TimetablePage.ViewKind;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTarget;
import dk.grundskema.api.service.timetable.TimetablePage.ViewTargetGroup;
import dk.grundskema.domain.time.IsoWeek;
import java.util.List;
import java.util.stream.Stream;

/** The page of a day, for tests. */
final class DayPageFixture {
    static final ViewTarget DAY = new ViewTarget(ViewKind.DAY, "", "");

    private DayPageFixture() {}

    /** @param others further selectable views */
    static TimetablePage of(DayBoard board, ViewTargetGroup... others) {
        IsoWeek week = IsoWeek.of(board.date());
        return new TimetablePage(
                "/plans/p/timetable",
                false,
                "/looks.css",
                Stream.concat(Stream.of(new ViewTargetGroup(ViewKind.DAY, List.of(DAY))), Stream.of(others))
                        .toList(),
                DAY,
                List.of(week),
                week,
                new DayBody(board, List.of(board.date())),
                SearchResult.NOTHING,
                List.of("Dansk"),
                MeetingMarks.none(),
                null);
    }
}
