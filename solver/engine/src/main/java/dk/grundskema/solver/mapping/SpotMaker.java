package dk.grundskema.solver.mapping;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Numbers;
import dk.grundskema.solver.model.Spots;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays all stretches of time at which something may be held into one order. */
final class SpotMaker {
    private record Draft(Interval time, int session, int choice, int lesson, int site, LocalDate date) {}

    private final Problem problem;
    private final List<Draft> drafts = new ArrayList<>();
    private final Numbers<SiteId> sites;

    SpotMaker(Problem problem) {
        this.problem = problem;
        this.sites = new Numbers<>(problem.sites(), Site::id);
    }

    Spots make(List<Session> sessions, List<List<MeetingTime>> times) {
        for (int s = 0; s < sessions.size(); s++) {
            if (!sessions.get(s).isGuest()) {
                for (int choice = 0; choice < times.get(s).size(); choice++) {
                    add(times.get(s).get(choice), s, choice, -1, sessions.get(s).site());
                }
            }
        }
        for (int i = 0; i < problem.lessons().size(); i++) {
            Lesson lesson = problem.lessons().get(i);
            SiteId ofRoom = lesson.roomId() == null
                    ? null
                    : problem.room(lesson.roomId())
                            .map(room -> problem.siteOr(room.site()))
                            .orElse(null);
            add(lesson.time(), -1, -1, i, lesson.site() != null ? lesson.site() : problem.siteOr(ofRoom));
        }
        drafts.sort(Comparator.comparing(Draft::time)
                .thenComparing(draft -> draft.session() >= 0)
                .thenComparingInt(Draft::site)
                .thenComparingInt(Draft::session)
                .thenComparingInt(Draft::choice)
                .thenComparingInt(Draft::lesson));
        return spots(sessions, times);
    }

    private void add(MeetingTime time, int session, int choice, int lesson, SiteId site) {
        for (IsoWeek week : time.weeks()) {
            Interval interval = time.interval(week, problem.horizon().zone());
            drafts.add(new Draft(interval, session, choice, lesson, sites.of(site), time.date(week)));
        }
    }

    private Spots spots(List<Session> sessions, List<List<MeetingTime>> times) {
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
            Draft draft = drafts.get(spot);
            if (draft.session() >= 0) {
                of[draft.session()][draft.choice()] = with(of[draft.session()][draft.choice()], spot);
            } else {
                lessons[draft.lesson()] = with(lessons[draft.lesson()], spot);
            }
        }
        return new Spots(
                drafts.stream().mapToLong(draft -> draft.time().start()).toArray(),
                drafts.stream().mapToLong(draft -> draft.time().end()).toArray(),
                drafts.stream().mapToInt(Draft::session).toArray(),
                drafts.stream().mapToInt(Draft::lesson).toArray(),
                drafts.stream().mapToInt(Draft::site).toArray(),
                drafts.stream().map(Draft::date).toArray(LocalDate[]::new),
                drafts.stream()
                        .mapToInt(draft -> (int) ChronoUnit.DAYS.between(first, draft.date()))
                        .toArray(),
                of,
                lessons);
    }

    private static int[] with(int[] list, int number) {
        int[] longer = java.util.Arrays.copyOf(list, list.length + 1);
        longer[list.length] = number;
        return longer;
    }
}
