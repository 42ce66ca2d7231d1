package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.FidelityReport;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Asks;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What the guide asks of peer learning, and what a finished timetable gives of it. */
final class PeerFidelity {
    private static final int WEEKS = 16;
    private static final int LESSONS = 2;
    private static final int SWAP = 15;

    private final Asks asks = new Asks(PeerLearningPlugin.ID);
    private final PeerLearningParameters parameters;
    private final Problem problem;
    private final OwnLessons lessons;
    private final List<SetAsDone> sets = new ArrayList<>();

    /** A set with what came of it. */
    private record SetAsDone(Roster roster, Id about, List<Meeting> meetings, List<FinishedPair> pairs) {
        boolean isEquals() {
            return roster.set().form() == PeerSet.Form.EQUALS;
        }
    }

    private PeerFidelity(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.lessons = new OwnLessons(problem);
        var finished = new Finished(intervention, problem, timetable);
        for (Roster roster : Roster.of(parameters, problem)) {
            PeerSet set = roster.set();
            sets.add(new SetAsDone(
                    roster,
                    set.classes().isEmpty()
                            ? PeerExpansion.pair(intervention, set, 1)
                            : set.classes().getFirst(),
                    finished.meetings(PeerExpansion.KIND).stream()
                            .filter(meeting -> finished.parts(meeting).indexOf(set.id()) == 1)
                            .toList(),
                    FinishedPair.of(intervention, roster, timetable)));
        }
    }

    static FidelityReport of(Intervention<PeerLearningParameters> intervention, Problem problem, Timetable timetable) {
        var fidelity = new PeerFidelity(intervention, problem, timetable);
        fidelity.amounts();
        fidelity.howTheyWork();
        fidelity.pairs();
        fidelity.asks.breakdown(fidelity.perSet());
        fidelity.asks.breakdown(fidelity.perPair());
        return fidelity.asks.report(intervention);
    }

    private Origin guide() {
        return asks.source("guide", "peers");
    }

    /** Two lessons a week for sixteen weeks. */
    private void amounts() {
        var lessons = asks.tally("lessons", guide(), "lessons");
        var weeks = asks.tally("weeks", guide(), "weeks");
        for (SetAsDone set : sets) {
            var held = new TreeMap<IsoWeek, Integer>();
            set.meetings().forEach(meeting -> meeting.weeks().forEach(week -> held.merge(week, 1, Integer::sum)));
            long given = held.values().stream()
                    .mapToInt(many -> Math.min(LESSONS, many))
                    .sum();
            var why = parameters.weeks() < WEEKS || parameters.lessonsPerWeek() < LESSONS
                    ? asks.why("asked-less", parameters.lessonsPerWeek(), parameters.weeks())
                    : asks.why(set.meetings().size() < LESSONS ? "no-time" : "closed");
            lessons.at((long) LESSONS * WEEKS, given, why, set.about());
            weeks.at(WEEKS, held.size(), why, set.about());
        }
        lessons.done(LESSONS, WEEKS);
        weeks.done(WEEKS);
        asks.noted("length", Asks.ours(), "minutes", 45, parameters.minutes());
    }

    /** Roles swapped, somewhere quiet, with an adult, at the same time all the weeks. */
    private void howTheyWork() {
        var swap = asks.tally("swap", guide(), "sets");
        var quiet = asks.tally("quiet", guide(), "lessons");
        var adult = asks.tally("adult", Asks.ours(), "lessons");
        var stable = asks.tally("stable", guide(), "sets");
        for (SetAsDone set : sets) {
            if (set.isEquals()) {
                boolean swaps = parameters.swapMinutes() == SWAP && parameters.minutes() >= 2 * SWAP;
                swap.at(swaps, asks.why("other-swap", parameters.swapMinutes(), parameters.minutes()), set.about());
            }
            for (Meeting meeting : set.meetings()) {
                int all = set.roster().all().size();
                quiet.at(places(meeting, set) >= all, asks.why("no-room", all), meeting.sessionId());
                if (set.roster().set().place() == PeerSet.Place.OUTSIDE) {
                    adult.at(!Finished.staff(meeting).isEmpty(), asks.why("no-adult"), meeting.sessionId());
                }
            }
            stable.at(isStable(set), asks.why("changes"), set.about());
        }
        swap.done(SWAP);
        quiet.done();
        adult.done();
        stable.done();
    }

    /** How many students the place of a meeting holds: its room, or the classrooms of the lessons that it is inside. */
    private long places(Meeting meeting, SetAsDone set) {
        var rooms = new HashSet<RoomId>();
        if (meeting.roomId() != null) {
            rooms.add(meeting.roomId());
        } else if (set.roster().set().place() == PeerSet.Place.INSIDE) {
            for (StudentId one : set.roster().all()) {
                for (Lesson lesson : lessons.inTheWay(one, meeting.time())) {
                    if (lesson.rooms().isEmpty()) {
                        return Long.MAX_VALUE;
                    }
                    rooms.addAll(lesson.rooms());
                }
            }
        }
        return problem.rooms().stream()
                .filter(room -> rooms.contains(room.id()))
                .mapToLong(Room::capacity)
                .sum();
    }

    private boolean isStable(SetAsDone set) {
        long times = set.meetings().stream()
                .map(meeting -> List.of(meeting.weekday(), meeting.start()))
                .distinct()
                .count();
        return times <= parameters.lessonsPerWeek()
                && set.pairs().stream()
                        .flatMap(pair -> pair.members().stream())
                        .allMatch(member -> member.weeks().isEmpty());
    }

    /** Pairs are confirmed by those who know the students; tutors are older or stronger. */
    private void pairs() {
        var confirmed = asks.tally("confirmed", guide(), "pairs");
        var ahead = asks.tally("ahead", guide(), "pairs");
        for (SetAsDone set : sets) {
            for (FinishedPair pair : set.pairs()) {
                confirmed.at(pair.confirmedBy().isPresent(), asks.why("proposal"), pair.id());
                if (!set.isEquals()) {
                    boolean isAhead = set.roster().set().namesTutors()
                            || pair.leads().stream().allMatch(lead -> lead >= 0);
                    ahead.at(isAhead, asks.why("behind"), pair.id());
                }
            }
        }
        confirmed.done();
        ahead.done();
    }

    private Breakdown perSet() {
        var lines = new ArrayList<Line>();
        for (SetAsDone set : sets) {
            boolean isHeld = set.meetings().size() >= parameters.lessonsPerWeek();
            long confirmed = set.pairs().stream()
                    .filter(pair -> pair.confirmedBy().isPresent())
                    .count();
            var when = set.meetings().stream()
                    .map(one -> phrase(
                            "sets.at", one.weekday(), one.start(), one.weeks().size()))
                    .toList();
            var where = set.meetings().stream()
                    .map(Meeting::roomId)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            lines.add(new Line(
                    set.about(),
                    isHeld ? Ask.Status.MET : Ask.Status.SHORT,
                    List.of(
                            phrase("sets.form", set.roster().set().form()),
                            phrase("count", set.roster().all().size()),
                            phrase("count", set.pairs().size()),
                            when.isEmpty() ? phrase("none") : phrase("list", when),
                            where.isEmpty() ? phrase("sets.own-room") : phrase("list", where),
                            phrase("count", confirmed)),
                    isHeld ? List.of() : List.of(phrase("sets.lacks", parameters.lessonsPerWeek())),
                    set.meetings().stream().map(Meeting::sessionId).toList()));
        }
        return breakdown("sets", lines, List.of("form", "students", "pairs", "when", "where", "confirmed"));
    }

    private Breakdown perPair() {
        var lines = new ArrayList<Line>();
        for (SetAsDone set : sets) {
            for (FinishedPair pair : set.pairs()) {
                var by = pair.confirmedBy();
                lines.add(new Line(
                        pair.id(),
                        by.isPresent() ? Ask.Status.MET : Ask.Status.NOTED,
                        List.of(
                                pair.students().isEmpty() ? phrase("none") : phrase("list", pair.students()),
                                pair.levels().isEmpty() ? Phrase.NONE : phrase("list", pair.levels()),
                                by.isPresent() ? phrase("list", by.get()) : phrase("pairs.proposal")),
                        List.of(),
                        List.of()));
            }
        }
        return breakdown("pairs", lines, List.of("students", "levels", "confirmed"));
    }

    private static Breakdown breakdown(String key, List<Line> lines, List<String> columns) {
        String heading = PeerLearningPlugin.ID + "." + key;
        return new Breakdown(
                heading,
                heading + ".of",
                columns.stream()
                        .map(column -> new Column(heading + "." + column, false))
                        .toList(),
                lines);
    }

    private static Phrase phrase(String key, Object... arguments) {
        return Phrase.of(PeerLearningPlugin.ID + "." + key, arguments);
    }
}
