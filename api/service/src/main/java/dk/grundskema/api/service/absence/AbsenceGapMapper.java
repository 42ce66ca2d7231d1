package dk.grundskema.api.service.absence;

import dk.grundskema.api.service.absence.AbsenceAdministration.OpenDayRun;
import dk.grundskema.api.service.absence.AbsenceAdministration.OpenSeatChoice;
import dk.grundskema.api.service.absence.AbsenceAdministration.StandIn;
import dk.grundskema.api.service.absence.AbsenceViews.AbsenceGapsView;
import dk.grundskema.api.service.absence.AbsenceViews.FreeStaffView;
import dk.grundskema.api.service.edit.EffectViews.CandidateView;
import dk.grundskema.api.service.edit.EffectViews.DifferenceView;
import dk.grundskema.api.service.edit.EffectViews.PlaceView;
import dk.grundskema.api.service.edit.EffectViews.UnableView;
import dk.grundskema.domain.finding.Level;
import java.util.List;
import java.util.stream.Stream;

/** Maps the vacancies caused by an absence to page records. */
final class AbsenceGapMapper {
    private AbsenceGapMapper() {}

    static List<OpenSeatChoice> openSeats(AbsenceGapsView open) {
        return open.seats().stream()
                .map(seat -> new OpenSeatChoice(
                        seat.sessionId(),
                        seat.position(),
                        seat.text(),
                        seat.dates(),
                        seat.required(),
                        seat.candidates().stream()
                                .map(AbsenceGapMapper::ableStandIn)
                                .toList(),
                        seat.unable().stream()
                                .map(AbsenceGapMapper::unableStandIn)
                                .toList()))
                .toList();
    }

    static List<OpenDayRun> openDays(AbsenceGapsView open) {
        return open.days().stream()
                .map(days -> new OpenDayRun(
                        days.text(),
                        days.dates(),
                        days.teaches(),
                        days.free().stream().map(FreeStaffView::name).toList()))
                .toList();
    }

    private static StandIn ableStandIn(CandidateView one) {
        return new StandIn(
                one.staffId(),
                one.name(),
                Stream.concat(
                                one.shortfalls().stream().map(PlaceView::text),
                                one.shortfalls().isEmpty() ? worsenedRules(one, Level.MEDIUM) : Stream.of())
                        .toList(),
                worsenedRules(one, Level.SOFT).toList());
    }

    private static Stream<String> worsenedRules(CandidateView one, Level level) {
        return one.differences().stream()
                .filter(each -> each.level() == level && each.cost() > 0)
                .map(DifferenceView::name);
    }

    private static StandIn unableStandIn(UnableView one) {
        return new StandIn(one.staffId(), one.name(), List.of(one.text()), List.of());
    }
}
