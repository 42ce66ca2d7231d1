package dk.grundskema.api.server.editing;

import dk.grundskema.api.server.editing.AbsenceViews.FreeView;
import dk.grundskema.api.server.editing.AbsenceViews.OpenView;
import dk.grundskema.api.server.editing.EffectViews.CandidateView;
import dk.grundskema.api.server.editing.EffectViews.DifferenceView;
import dk.grundskema.api.server.editing.EffectViews.PlaceView;
import dk.grundskema.api.server.editing.EffectViews.UnableView;
import dk.grundskema.api.server.editing.SickDays.Days;
import dk.grundskema.api.server.editing.SickDays.Open;
import dk.grundskema.api.server.editing.SickDays.Person;
import dk.grundskema.domain.finding.Level;
import java.util.List;
import java.util.stream.Stream;

/** What an absence leaves open, as pages tell of it. */
final class LeftOpen {
    private LeftOpen() {}

    static List<Open> seats(OpenView open) {
        return open.seats().stream()
                .map(seat -> new Open(
                        seat.sessionId(),
                        seat.position(),
                        seat.text(),
                        seat.dates(),
                        seat.required(),
                        seat.candidates().stream().map(LeftOpen::able).toList(),
                        seat.unable().stream().map(LeftOpen::unable).toList()))
                .toList();
    }

    static List<Days> days(OpenView open) {
        return open.days().stream()
                .map(days -> new Days(
                        days.text(),
                        days.dates(),
                        days.free().stream().map(FreeView::name).toList()))
                .toList();
    }

    private static Person able(CandidateView one) {
        return new Person(
                one.staffId(),
                one.name(),
                Stream.concat(
                                one.shortfalls().stream().map(PlaceView::text),
                                one.shortfalls().isEmpty() ? worse(one, Level.MEDIUM) : Stream.of())
                        .toList(),
                worse(one, Level.SOFT).toList());
    }

    private static Stream<String> worse(CandidateView one, Level level) {
        return one.differences().stream()
                .filter(each -> each.level() == level && each.cost() > 0)
                .map(DifferenceView::name);
    }

    private static Person unable(UnableView one) {
        return new Person(one.staffId(), one.name(), List.of(one.text()), List.of());
    }
}
