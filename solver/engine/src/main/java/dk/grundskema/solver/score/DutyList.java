package dk.grundskema.solver.score;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.place.Site;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.TimeSlots;
import dk.grundskema.solver.spi.Duties;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reusable list of the duties of one owner, given as spots. Refilled for each owner. Not thread-safe. */
public final class DutyList implements Duties {
    private final TimeSlots spots;
    private final List<Session> sessions;
    private final List<Lesson> lessons;
    private final int[][] travel;
    private final boolean[] isTeaching;
    private int[] list = new int[64];
    private int from;
    private int until;
    private Object owner = "";
    private boolean ofStudent;

    /** Creates an empty list over a blueprint's spots. */
    public DutyList(Blueprint blueprint) {
        this.spots = blueprint.spots();
        this.sessions = blueprint.sessions();
        this.travel = travelMinutes(blueprint.problem());
        this.lessons = blueprint.problem().lessons();
        this.isTeaching = new boolean[lessons.size()];
        for (int i = 0; i < isTeaching.length; i++) {
            isTeaching[i] = lessons.get(i).kind() == Lesson.Kind.TEACHING;
        }
    }

    private static int[][] travelMinutes(Problem problem) {
        List<Site> sites = problem.sites();
        int[][] minutes = new int[sites.size()][sites.size()];
        for (int a = 0; a < minutes.length; a++) {
            for (int b = 0; b < minutes.length; b++) {
                minutes[a][b] =
                        problem.travelMinutes(sites.get(a).id(), sites.get(b).id());
            }
        }
        return minutes;
    }

    /** Empties the list for another owner. Spots must then be added in ascending order. */
    public void begin(Object newOwner, boolean isStudent) {
        owner = newOwner;
        ofStudent = isStudent;
        from = 0;
        until = 0;
    }

    /** Adds a spot the given number of times. */
    public void add(int spot, int times) {
        for (int i = 0; i < times; i++) {
            if (until == list.length) {
                list = Arrays.copyOf(list, 2 * until);
            }
            list[until++] = spot;
        }
    }

    /** Restricts the list to the duties from {@code first} (inclusive) to {@code afterLast} (exclusive). */
    void showWindow(int first, int afterLast) {
        from = first;
        until = afterLast;
    }

    int spot(int duty) {
        return list[from + duty];
    }

    @Override
    public Object owner() {
        return owner;
    }

    @Override
    public int size() {
        return until - from;
    }

    @Override
    public long start(int duty) {
        return spots.start()[list[from + duty]];
    }

    @Override
    public long end(int duty) {
        return spots.end()[list[from + duty]];
    }

    @Override
    public @Nullable Session session(int duty) {
        int session = spots.session()[list[from + duty]];
        return session < 0 ? null : sessions.get(session);
    }

    @Override
    public @Nullable LessonId lesson(int duty) {
        int lesson = spots.lesson()[list[from + duty]];
        return lesson < 0 ? null : lessons.get(lesson).id();
    }

    @Override
    public LocalDate date(int duty) {
        return spots.date()[list[from + duty]];
    }

    @Override
    public boolean isWork(int duty) {
        Session session = session(duty);
        return session == null || session.work();
    }

    @Override
    public long forbiddenOverlap(int earlier, int later) {
        long overlap = Math.min(end(earlier), end(later)) - Math.max(start(earlier), start(later));
        if (overlap <= 0) {
            return 0;
        }
        Session a = session(earlier);
        Session b = session(later);
        if (a == null && b == null) {
            return 0;
        }
        if (a == null || b == null) {
            Session demanded = a == null ? b : a;
            int fact = list[from + (a == null ? earlier : later)];
            int lesson = spots.lesson()[fact];
            boolean isAllowed = demanded != null
                    && ((demanded.excuse() != null && isTeaching[lesson]) || isInside(demanded, lesson));
            return ofStudent && isAllowed ? 0 : overlap;
        }
        return ofStudent && (a.within().contains(b.id()) || b.within().contains(a.id())) ? 0 : overlap;
    }

    private boolean isInside(Session demanded, int lesson) {
        return !demanded.inside().isEmpty()
                && demanded.inside().contains(lessons.get(lesson).id());
    }

    @Override
    public int travelMinutes(int fromDuty, int toDuty) {
        return travel[spots.site()[list[from + fromDuty]]][spots.site()[list[from + toDuty]]];
    }
}
