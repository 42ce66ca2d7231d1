package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.IdIndex;
import dk.grundskema.solver.model.TimeSlots;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects and numbers all stretches of time at which something may be held, see {@link TimeSlots}. */
final class TimeSlotsBuilder {
    private record SpotDraft(Interval time, int session, int choice, int lesson, int site, LocalDate date) {}

    private final Problem problem;
    private final List<SpotDraft> drafts = new ArrayList<>();
    private final IdIndex<SiteId> sites;

    TimeSlotsBuilder(Problem problem) {
        this.problem = problem;
        this.sites = new IdIndex<>(problem.sites(), Site::id);
    }

    TimeSlots build(List<Session> sessions, List<List<MeetingTime>> times) {
        for (int s = 0; s < sessions.size(); s++) {
            if (!sessions.get(s).isGuest()) {
                for (int choice = 0; choice < times.get(s).size(); choice++) {
                    addDrafts(
                            times.get(s).get(choice),
                            s,
                            choice,
                            -1,
                            sessions.get(s).site());
                }
            }
        }
        for (int i = 0; i < problem.lessons().size(); i++) {
            Lesson lesson = problem.lessons().get(i);
            SiteId ofRoom = lesson.roomId() == null
                    ? null
                    : problem.room(lesson.roomId())
                            .map(room -> problem.siteOrDefault(room.site()))
                            .orElse(null);
            addDrafts(lesson.time(), -1, -1, i, lesson.site() != null ? lesson.site() : problem.siteOrDefault(ofRoom));
        }
        drafts.sort(Comparator.comparing(SpotDraft::time)
                .thenComparing(draft -> draft.session() >= 0)
                .thenComparingInt(SpotDraft::site)
                .thenComparingInt(SpotDraft::session)
                .thenComparingInt(SpotDraft::choice)
                .thenComparingInt(SpotDraft::lesson));
        return numberSpots(sessions, times);
    }

    private void addDrafts(MeetingTime time, int session, int choice, int lesson, SiteId site) {
        for (IsoWeek week : time.weeks()) {
            Interval interval = time.interval(week, problem.horizon().zone());
            drafts.add(new SpotDraft(interval, session, choice, lesson, sites.indexOf(site), time.date(week)));
        }
    }

    private TimeSlots numberSpots(List<Session> sessions, List<List<MeetingTime>> times) {
        LocalDate first = problem.horizon().firstDay();
        int[][][] of = new int[sessions.size()][][];
        for (int s = 0; s < of.length; s++) {
            of[s] = new int[sessions.get(s).isGuest() ? 0 : times.get(s).size()][];
            for (int choice = 0; choice < of[s].length; choice++) {
                of[s][choice] = new int[0];
            }
        }
        int[][] lessons = new int[problem.lessons().size()][0];
        for (int spot = 0; spot < drafts.size(); spot++) {
            SpotDraft draft = drafts.get(spot);
            if (draft.session() >= 0) {
                of[draft.session()][draft.choice()] = append(of[draft.session()][draft.choice()], spot);
            } else {
                lessons[draft.lesson()] = append(lessons[draft.lesson()], spot);
            }
        }
        return new TimeSlots(
                drafts.stream().mapToLong(draft -> draft.time().start()).toArray(),
                drafts.stream().mapToLong(draft -> draft.time().end()).toArray(),
                drafts.stream().mapToInt(SpotDraft::session).toArray(),
                drafts.stream().mapToInt(SpotDraft::lesson).toArray(),
                drafts.stream().mapToInt(SpotDraft::site).toArray(),
                drafts.stream().map(SpotDraft::date).toArray(LocalDate[]::new),
                drafts.stream()
                        .mapToInt(draft -> (int) ChronoUnit.DAYS.between(first, draft.date()))
                        .toArray(),
                of,
                lessons);
    }

    private static int[] append(int[] list, int number) {
        int[] longer = java.util.Arrays.copyOf(list, list.length + 1);
        longer[list.length] = number;
        return longer;
    }
}
