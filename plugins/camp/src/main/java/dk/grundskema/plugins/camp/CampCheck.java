package dk.grundskema.plugins.camp;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Figure;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Re-derives a camp's hard and medium rules from the parameters and the finished timetable alone. It deliberately shares no code
 * with the expansion or the rules, so that an error there does not hide itself; common are only the parameters and the names of
 * subjects. From the parameters it computes the sessions expected on each day and matches them with the meetings; each rule then
 * reads the matched meetings.
 */
final class CampCheck {
    /** A session that the base timetable requires on a date after some modules, for one team or, if {@code null}, for all. */
    private record ExpectedSession(
            LocalDate date,
            Block block,
            int modulesBefore,
            @Nullable GroupId team) {}

    private record TeamSubjectKey(GroupId team, String subject, Object when) {}

    private final Intervention<CampParameters> camp;
    private final CampParameters parameters;
    private final Problem problem;
    private final CampTexts texts;
    private final List<GroupId> teams;
    private final Map<SessionId, ExpectedSession> expected = new LinkedHashMap<>();
    private final Map<SessionId, Meeting> meetings = new LinkedHashMap<>();
    private final AppointmentCheck appointments;
    private final List<RuleViolation> faults = new ArrayList<>();

    private CampCheck(Intervention<CampParameters> camp, Problem problem, Timetable timetable) {
        this.camp = camp;
        this.parameters = camp.parameters();
        this.problem = problem;
        this.texts = new CampTexts(problem.language());
        var finished = new FinishedCamp(camp, problem, timetable);
        this.teams = finished.teams();
        timetable.meetings().stream()
                .filter(meeting -> meeting.interventionId().equals(camp.id()))
                .forEach(meeting -> meetings.put(meeting.sessionId(), meeting));
        this.appointments = new AppointmentCheck(
                camp.id().value() + "/",
                parameters,
                finished.firstDay(),
                finished.students().stream().map(Student::id).collect(Collectors.toCollection(LinkedHashSet::new)),
                teams,
                problem,
                meetings);
        finished.days()
                .forEach(day -> addExpectedSessions(day.date(), day.kind().blocks()));
    }

    static List<RuleViolation> of(Intervention<CampParameters> camp, Problem problem, Timetable timetable) {
        var check = new CampCheck(camp, problem, timetable);
        check.faults.addAll(check.appointments.faults());
        check.baseTimetable();
        check.qualified();
        check.rooms();
        check.modulesPerSubject();
        check.subjectPerDay();
        check.threadInStep();
        check.faults.addAll(SubjectLimitCheck.of(check.parameters, problem, check.heldModules()));
        return List.copyOf(check.faults);
    }

    private void addExpectedSessions(LocalDate date, List<Block> blocks) {
        for (Block block : blocks) {
            appointments.addBlock(date, block);
            int modulesBefore = (int) blocks.stream()
                    .filter(other -> other.kind() == Block.Kind.MODULE)
                    .filter(other -> other.start().isBefore(block.start()))
                    .count();
            if (!block.isPerTeam()) {
                expected.put(sessionId("all", date, block), new ExpectedSession(date, block, modulesBefore, null));
                continue;
            }
            for (GroupId team : teams) {
                expected.put(
                        sessionId(team.value(), date, block), new ExpectedSession(date, block, modulesBefore, team));
            }
        }
    }

    private SessionId sessionId(String whose, LocalDate date, Block block) {
        return new SessionId(String.join("/", camp.id().value(), whose, date.toString(), block.id()));
    }

    /** Checks that each block is at its time of day. What else differs from the base timetable is a difference from the demand. */
    private void baseTimetable() {
        expected.forEach((id, what) -> {
            Meeting meeting = meetings.get(id);
            if (meeting != null && !isAtItsTime(meeting, what)) {
                addFault("camp.base-timetable", Level.HARD, 1, id);
            }
        });
    }

    private static boolean isAtItsTime(Meeting meeting, ExpectedSession what) {
        return meeting.weekday() == what.date().getDayOfWeek()
                && meeting.start().equals(what.block().start())
                && meeting.end().equals(what.block().end());
    }

    private void qualified() {
        forEachTeaching((team, subject, meeting) -> {
            String skill = subject.skill();
            var there = meeting.seats().stream()
                    .map(MeetingSeat::staffId)
                    .filter(holder -> holder != null)
                    .toList();
            if (skill != null && !there.isEmpty() && there.stream().noneMatch(holder -> hasSkill(holder, skill))) {
                addFault("camp.unqualified-module", Level.MEDIUM, 1, meeting.sessionId(), titleOf(subject));
            }
        });
    }

    /**
     * Reports modules in a room of another kind than the subject names, and, without named kinds, those of book subjects in a kitchen, gym,
     * workshop or laboratory. The list is ours.
     */
    private void rooms() {
        forEachTeaching((team, subject, meeting) -> problem.rooms().stream()
                .filter(room -> room.id().equals(meeting.roomId()))
                .filter(room -> subject.roomKinds().isEmpty()
                        ? isBookSubject(subject) && isSpecial(room)
                        : !subject.roomKinds().contains(room.kind()))
                .forEach(room -> addFault(
                        "camp.unsuitable-room", Level.MEDIUM, 1, meeting.sessionId(), titleOf(subject), room.id())));
    }

    private static boolean isBookSubject(Subject subject) {
        return switch (subject.id()) {
            case "danish", "mathematics", "character-traits", "learning-strategies" -> true;
            default -> false;
        };
    }

    private static boolean isSpecial(Room room) {
        return switch (room.kind()) {
            case "kitchen", "gym", "workshop", "laboratory" -> true;
            default -> false;
        };
    }

    private boolean hasSkill(StaffId holder, String skill) {
        return problem.staffMember(holder)
                .filter(person -> person.skills().contains(skill))
                .isPresent();
    }

    private void modulesPerSubject() {
        Map<TeamSubjectKey, Long> asked = new LinkedHashMap<>();
        for (GroupId team : teams) {
            for (IsoWeek week : weeksWithModules()) {
                for (Subject subject : parameters.subjects()) {
                    asked.put(new TeamSubjectKey(team, titleOf(subject), week), (long) subject.modulesPerWeek());
                }
            }
        }
        Map<TeamSubjectKey, Long> missing = new LinkedHashMap<>(asked);
        forEachTeaching((team, subject, meeting) -> {
            var week = IsoWeek.of(meeting.time().firstDate());
            missing.merge(new TeamSubjectKey(team, titleOf(subject), week), -1L, Long::sum);
        });
        missing.forEach((key, difference) -> {
            if (difference != 0) {
                long wanted = asked.getOrDefault(key, 0L);
                addFault(
                        "camp.modules-per-subject",
                        Level.MEDIUM,
                        Math.abs(difference),
                        key.team(),
                        key.subject(),
                        key.when(),
                        new Figure(wanted - difference),
                        new Figure(wanted));
            }
        });
    }

    private Set<IsoWeek> weeksWithModules() {
        Set<IsoWeek> weeks = new LinkedHashSet<>();
        for (ExpectedSession what : expected.values()) {
            if (what.block().kind() == Block.Kind.MODULE && what.team() != null) {
                weeks.add(IsoWeek.of(what.date()));
            }
        }
        return weeks;
    }

    private void subjectPerDay() {
        Map<TeamSubjectKey, Long> given = new LinkedHashMap<>();
        Map<TeamSubjectKey, Integer> most = new LinkedHashMap<>();
        forEachTeaching((team, subject, meeting) -> {
            var key = new TeamSubjectKey(team, titleOf(subject), meeting.time().firstDate());
            given.merge(key, 1L, Long::sum);
            most.put(key, subject.maxPerDay());
        });
        given.forEach((key, modules) -> {
            long over = modules - most.getOrDefault(key, 0);
            if (over > 0) {
                addFault(
                        "camp.subject-per-day",
                        Level.MEDIUM,
                        over,
                        key.team(),
                        key.subject(),
                        key.when(),
                        new Figure(modules),
                        new Figure(modules - over));
            }
        });
    }

    /** In each week in which a thread continues, all teams must have its subject on the same days, equally often. */
    private void threadInStep() {
        var weeks = List.copyOf(weeksWithModules());
        var modules = new LinkedHashMap<List<Object>, Long>();
        forEachTeaching((team, subject, meeting) -> {
            LocalDate date = meeting.time().firstDate();
            int week = weeks.indexOf(IsoWeek.of(date));
            int steps = subject.steps().size() / weeks.size()
                    + (week < subject.steps().size() % weeks.size() ? 1 : 0);
            if (Math.min(steps, subject.modulesPerWeek()) > 1) {
                modules.merge(List.of(titleOf(subject), date), 1L, Long::sum);
            }
        });
        modules.forEach((when, given) -> {
            long having = given % teams.size();
            long outOfStep = having * 2 > teams.size() ? teams.size() - having : having;
            if (outOfStep > 0) {
                addFault("camp.thread-in-step", Level.MEDIUM, outOfStep, when.toArray());
            }
        });
    }

    /** Returns the modules of single teams that have a meeting. */
    private List<SubjectLimitCheck.HeldModule> heldModules() {
        var held = new ArrayList<SubjectLimitCheck.HeldModule>();
        expected.forEach((id, what) -> {
            Meeting meeting = meetings.get(id);
            GroupId team = what.team();
            if (meeting != null && team != null && what.block().kind() == Block.Kind.MODULE) {
                held.add(new SubjectLimitCheck.HeldModule(
                        what.date(), what.modulesBefore(), what.block(), team, meeting));
            }
        });
        return held;
    }

    private interface TeachingVisitor {
        void visit(GroupId team, Subject subject, Meeting meeting);
    }

    /** Calls the visitor for each meeting of a team's module in which one of the camp's subjects is taught. */
    private void forEachTeaching(TeachingVisitor visitor) {
        expected.forEach((id, what) -> {
            Meeting meeting = meetings.get(id);
            GroupId team = what.team();
            if (meeting != null && team != null && what.block().kind() == Block.Kind.MODULE) {
                parameters.subjects().stream()
                        .filter(subject -> subject.id().equals(meeting.subject()))
                        .forEach(subject -> visitor.visit(team, subject, meeting));
            }
        });
    }

    private String titleOf(Subject subject) {
        return texts.subjectTitle(subject);
    }

    private void addFault(String rule, Level level, long amount, Object... arguments) {
        faults.add(new RuleViolation(rule, level, amount, List.of(arguments)));
    }
}
