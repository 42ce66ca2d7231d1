package dk.grundskema.plugins.workshopband;

import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A round of a band: students stay in the same workshop.
 *
 * @param id    the week or the date
 * @param times its times, each in a single week, at least one
 */
record BandRound(String id, List<MeetingTime> times) {
    /** Copies the times. */
    BandRound {
        times = List.copyOf(times);
    }

    /** Returns the rounds in order of time; closed days are left out. */
    static List<BandRound> of(WorkshopBandParameters band, Problem problem, List<DateSpan> interruptions) {
        Map<LocalDate, List<MeetingTime>> rounds = new TreeMap<>();
        for (IsoWeek week : PlannedWeeks.of(problem, band.firstWeek(), band.weeks(), interruptions)) {
            for (MeetingTime time : times(band, week, problem)) {
                LocalDate first = band.round() == RoundLength.DATE ? time.firstDate() : week.date(DayOfWeek.MONDAY);
                rounds.computeIfAbsent(first, fresh -> new ArrayList<>()).add(time);
            }
        }
        var all = new ArrayList<BandRound>();
        rounds.forEach((first, times) -> all.add(new BandRound(
                band.round() == RoundLength.DATE
                        ? first.toString()
                        : IsoWeek.of(first).toString(),
                times)));
        return all;
    }

    private static List<MeetingTime> times(WorkshopBandParameters band, IsoWeek week, Problem problem) {
        var weeks = new TreeSet<>(List.of(week));
        var times = new ArrayList<MeetingTime>();
        for (UsableTime part : band.band()) {
            times.addAll(UsableTime.times(List.of(part), (int) part.minutes(), weeks, problem));
        }
        return times;
    }

    /** Returns the part of a session's id that names one of its times. */
    static String idPart(MeetingTime time) {
        return time.firstDate() + "/" + time.start();
    }
}
