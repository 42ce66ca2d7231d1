package dk.grundskema.examples.studycafe;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.ArrayList;
import java.util.List;

/** What is asked of a café, and what a finished timetable gives of it. No document asks for a study café, so all is ours. */
final class StudyCafeFidelity {
    private StudyCafeFidelity() {}

    static FidelityReport of(Intervention<StudyCafeParameters> intervention, List<IsoWeek> weeks, Timetable timetable) {
        List<Meeting> cafes = timetable.meetings().stream()
                .filter(one -> one.interventionId().equals(intervention.id()))
                .toList();
        int times = intervention.parameters().timesAWeek();
        return new FidelityReport(intervention.id(), List.of(everyWeek(cafes, weeks, times), tutor(cafes)));
    }

    /** So many cafés a week. */
    private static Ask everyWeek(List<Meeting> cafes, List<IsoWeek> weeks, int times) {
        var places = new ArrayList<Place>();
        for (IsoWeek week : weeks) {
            long held =
                    cafes.stream().filter(cafe -> cafe.weeks().contains(week)).count();
            if (held < times) {
                places.add(new Place(List.of(week), times - held, Reason.of("study-cafe.why.no-time")));
            }
        }
        return Ask.counted(
                "study-cafe.ask.every-week", Origin.ours(), "times", (long) times * weeks.size(), places, times);
    }

    /** A tutor at each. */
    private static Ask tutor(List<Meeting> cafes) {
        var places = cafes.stream()
                .filter(cafe -> cafe.seats().stream().map(MeetingSeat::staffId).allMatch(who -> who == null))
                .map(cafe -> Place.at(Reason.of("study-cafe.why.nobody"), cafe.sessionId()))
                .toList();
        return Ask.counted("study-cafe.ask.tutor", Origin.ours(), "times", cafes.size(), places);
    }
}
