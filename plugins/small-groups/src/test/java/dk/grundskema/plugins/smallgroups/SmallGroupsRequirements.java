package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.Student;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.Room;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.GroupMembers;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.InterventionPlugin;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.MeetingTimeOverlap;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.WordMatcher;
import dk.grundskema.solver.testkit.requirement.PresenceCheck;
import dk.grundskema.solver.testkit.requirement.RequiredGroups;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings;
import dk.grundskema.solver.testkit.requirement.RequiredMeetings.WeekPart;
import dk.grundskema.solver.testkit.requirement.RequiredTimes;
import dk.grundskema.solver.testkit.requirement.Requirements;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Derives the meetings that small groups must have from the parameters and the formed groups, with their rooms and who may be on duty, and who may be in a group. Shares no code with the expansion.
 */
final class SmallGroupsRequirements {
    /** What an intervention must have. */
    static final Requirements<SmallGroupsParameters> REQUIREMENTS = new Requirements<>() {
        @Override
        public InterventionPlugin<SmallGroupsParameters> plugin() {
            return new SmallGroupsPlugin();
        }

        @Override
        public List<RequiredMeetings> meetings(
                Intervention<SmallGroupsParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return SmallGroupsRequirements.of(intervention, problem, interruptions, timetable);
        }

        @Override
        public List<RequiredGroups> groups(
                Intervention<SmallGroupsParameters> intervention,
                Problem problem,
                List<DateSpan> interruptions,
                Timetable timetable) {
            return SmallGroupsRequirements.groups(intervention, problem, timetable);
        }
    };

    private final InterventionId intervention;
    private final Problem problem;
    private final SmallGroupsParameters parameters;
    private final FinishedIntervention finished;
    private final PluginTexts texts;
    private final RequiredTimes calendar;
    private final SortedSet<IsoWeek> weeks;
    private final SortedSet<IsoWeek> school;
    private final LessonsByPerson lessons;
    private final PresenceCheck presence;
    private final List<RequiredMeetings> required = new ArrayList<>();
    private final Map<String, List<Candidate>> pools;
    private final IdentityHashMap<List<Candidate>, List<WeekPart>> sessionTimes = new IdentityHashMap<>();
    private final IdentityHashMap<List<Candidate>, Set<StaffId>> teachers = new IdentityHashMap<>();

    private SmallGroupsRequirements(
            Intervention<SmallGroupsParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.intervention = intervention.id();
        this.problem = problem;
        this.parameters = intervention.parameters();
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.texts = PluginTexts.ofPlugin(SmallGroupsPlugin.class, problem.language());
        this.calendar = new RequiredTimes(problem);
        this.lessons = LessonsByPerson.of(problem);
        this.presence = new PresenceCheck(problem, lessons);
        this.weeks = calendar.of(parameters.firstWeek(), parameters.weeks(), interruptions);
        this.school = calendar.of(null, problem.horizon().weeks(), interruptions);
        this.pools = poolsByName();
    }

    private static List<RequiredMeetings> of(
            Intervention<SmallGroupsParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new SmallGroupsRequirements(intervention, problem, interruptions, timetable);
        if (!requirements.weeks.isEmpty()) {
            FormedGroup.of(requirements.finished).forEach(requirements::addGroup);
        }
        requirements.addGatherings();
        requirements.addCovers();
        return requirements.required;
    }

    /** Returns the groups of candidates who may be in one group; the timetable shows how many there are. */
    private static List<RequiredGroups> groups(
            Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        var requirements = new SmallGroupsRequirements(intervention, problem, List.of(), timetable);
        return requirements.pools.entrySet().stream()
                .map(pool -> requirements.groupsOf(pool.getKey(), pool.getValue()))
                .toList();
    }

    private RequiredGroups groupsOf(String name, List<Candidate> pool) {
        Map<StudentId, Integer> needs = new LinkedHashMap<>();
        pool.forEach(one -> needs.put(one.studentId(), one.need()));
        List<GroupId> groups = finished.groupsByPrefix(name + "/").stream()
                .map(GroupMembers::id)
                .filter(group -> finished.idParts(group).getLast().matches("\\d+"))
                .filter(group -> nameOf(group).equals(name))
                .toList();
        return new RequiredGroups(groups, needs, parameters.smallest(), parameters.largest(), true);
    }

    /** Returns the candidates of each subject, site, school and decision, by the part of the ids of their groups. */
    private Map<String, List<Candidate>> poolsByName() {
        Map<String, List<Candidate>> pools = new TreeMap<>();
        for (Candidate one : parameters.candidates()) {
            problem.student(one.studentId())
                    .ifPresent(student -> pools.computeIfAbsent(nameOf(one, student), fresh -> new ArrayList<>())
                            .add(one));
        }
        return pools;
    }

    private String nameOf(Candidate one, Student student) {
        List<String> parts = new ArrayList<>(List.of(
                WordMatcher.idPart(one.subject()),
                problem.siteOrDefault(student.site()).value()));
        if (student.school() != null) {
            parts.add(student.school().value());
        }
        int decision = decisionFor(one.studentId());
        if (decision >= 0) {
            parts.add("outside-" + (decision + 1));
        }
        return String.join("/", parts);
    }

    /** Returns the place of the first decision that lets a student miss lessons, or -1. */
    private int decisionFor(StudentId student) {
        for (int i = 0; i < parameters.outside().size(); i++) {
            if (parameters.outside().get(i).studentIds().contains(student)) {
                return i;
            }
        }
        return -1;
    }

    private String nameOf(GroupId group) {
        List<String> parts = finished.idParts(group);
        return String.join("/", parts.subList(0, parts.size() - 1));
    }

    private void addGroup(FormedGroup group) {
        List<Candidate> pool = pools.getOrDefault(nameOf(group.id()), List.of());
        String subject = pool.isEmpty() ? "" : pool.getFirst().subject();
        addWeekly(group, pool, subject);
        if (parameters.talkMinutes() > 0) {
            addTalk(group, pool, subject, "before", weekBefore());
            addTalk(group, pool, subject, "during", List.copyOf(weeks).get(weeks.size() / 2));
            addTalk(group, pool, subject, "after", weekAfter());
        }
    }

    /** Returns who is trained in a subject in all weeks. */
    private List<StaffId> tutors(String subject) {
        LocalDate first = weeks.first().date(DayOfWeek.MONDAY);
        LocalDate last = weeks.last().date(DayOfWeek.FRIDAY);
        var trained = new ArrayList<StaffId>();
        for (Tutor one : parameters.tutors()) {
            LocalDate from = one.trainedFrom();
            LocalDate until = one.trainedUntil();
            boolean isValid = (from == null || !first.isBefore(from)) && (until == null || !last.isAfter(until));
            boolean isSubject = one.subjects().isEmpty() || WordMatcher.isAmong(one.subjects(), subject);
            if (isValid && isSubject) {
                trained.add(one.staffId());
            }
        }
        return trained;
    }

    /** A group has one tutor in all of its sessions and talks, unless it may have several. */
    private @Nullable String seriesOf(FormedGroup group) {
        return parameters.allowsSeveralTutors() ? null : group.id().value();
    }

    /** Returns the teachers of some candidates in the subject. */
    private Set<StaffId> teachers(List<Candidate> pool) {
        return teachers.computeIfAbsent(pool, some -> {
            Set<StaffId> all = new LinkedHashSet<>();
            some.forEach(one -> all.addAll(lessons.teachers(one.studentId(), one.subject())));
            return all;
        });
    }

    /** Returns the named rooms, or without names the classrooms, at the site of some candidates. */
    private List<RoomId> rooms(List<Candidate> pool) {
        Set<SiteId> sites = new LinkedHashSet<>();
        pool.forEach(one -> problem.student(one.studentId())
                .ifPresent(student -> sites.add(problem.siteOrDefault(student.site()))));
        var rooms = new ArrayList<RoomId>();
        for (Room room : problem.rooms()) {
            boolean isChoice = parameters.rooms().isEmpty()
                    ? "classroom".equals(room.kind())
                    : parameters.rooms().contains(room.id());
            if (isChoice && sites.contains(problem.siteOrDefault(room.site()))) {
                rooms.add(room.id());
            }
        }
        return rooms;
    }

    private boolean mayExcuse(List<Candidate> pool) {
        return pool.stream().anyMatch(one -> decisionFor(one.studentId()) >= 0);
    }

    private IsoWeek weekBefore() {
        return school.stream()
                .filter(week -> week.compareTo(weeks.first()) < 0)
                .reduce((earlier, later) -> later)
                .orElse(weeks.first());
    }

    private IsoWeek weekAfter() {
        return school.stream()
                .filter(week -> week.compareTo(weeks.last()) > 0)
                .findFirst()
                .orElse(weeks.last());
    }

    /** A group meets as often in each week as asked, less on closed days. */
    private void addWeekly(FormedGroup group, List<Candidate> pool, String subject) {
        List<WeekPart> times = sessionTimes(pool);
        List<SessionId> ids = IntStream.rangeClosed(1, parameters.sessionsPerWeek())
                .mapToObj(number -> id("small-group", ownPart(group), number))
                .toList();
        calendar.ofWeeklyMeetings(parameters.sessionsPerWeek(), weeks, times, group.meetings("small-group"))
                .forEach(open -> add(RequiredMeetings.builder(texts.kindTitle("small-group"), "small-group")
                        .ids(ids)
                        .groups(Set.of(group.id()))
                        .weeks(open)
                        .minutes(parameters.sessionMinutes())
                        .times(times)
                        .seats(1, "tutor", true, tutors(subject), seriesOf(group))
                        .rooms(rooms(pool))
                        .mayExcuse(mayExcuse(pool))
                        .workload(new Workload(true, 100, parameters.preparationMinutes()))
                        .content(group.meetings("small-group").isEmpty() ? null : titleOf(group), subject, "")));
    }

    /** Returns when a group of a pool may meet. */
    private List<WeekPart> sessionTimes(List<Candidate> pool) {
        return sessionTimes.computeIfAbsent(
                pool,
                one -> RequiredTimes.usableTimes(parameters.usable(), parameters.sessionMinutes()).stream()
                        .filter(time -> isSuitable(time, one))
                        .toList());
    }

    /** Returns whether enough candidates for a group can come in all weeks in which the weekday is open. */
    private boolean isSuitable(WeekPart time, List<Candidate> pool) {
        SortedSet<IsoWeek> open = calendar.openOn(time.weekday(), weeks);
        if (open.isEmpty()) {
            return false;
        }
        var held = new MeetingTime(open, time.weekday(), time.from(), time.to());
        long coming = pool.stream()
                .map(Candidate::studentId)
                .filter(who -> decisionFor(who) >= 0 ? presence.isAvailable(who, held) : presence.isFree(who, held))
                .limit(parameters.smallest())
                .count();
        return coming >= Math.min(parameters.smallest(), pool.size());
    }

    private void add(RequiredMeetings.Builder meetings) {
        if (meetings.isPossible()) {
            required.add(meetings.build());
        }
    }

    private void addTalk(FormedGroup group, List<Candidate> pool, String subject, String phase, IsoWeek week) {
        List<WeekPart> times = RequiredTimes.usableTimes(parameters.usable(), parameters.talkMinutes()).stream()
                .filter(part -> calendar.isOpen(week.date(part.weekday())))
                .toList();
        String title = texts.text("title.talk-" + phase, titleOf(group));
        boolean isNamed = !group.meetings("small-group").isEmpty();
        add(RequiredMeetings.builder(texts.kindTitle("talk"), "talk")
                .ids(List.of(id("talk", ownPart(group), phase)))
                .groups(Set.of(group.id()))
                .week(week)
                .minutes(parameters.talkMinutes())
                .times(times)
                .seats(1, "tutor", true, tutors(subject), seriesOf(group))
                .seats(1, "teacher", false, teachers(pool))
                .rooms(rooms(pool))
                .mayExcuse(mayExcuse(pool))
                .content(isNamed ? title : null, subject, ""));
    }

    private void addGatherings() {
        for (Gathering gathering : parameters.gatherings()) {
            List<StaffId> everybody =
                    parameters.tutors().stream().map(Tutor::staffId).toList();
            Set<StaffId> people = new LinkedHashSet<>(gathering.staff().isEmpty() ? everybody : gathering.staff());
            String kind = gathering.kind().sessionKind();
            String title = gathering.title() == null ? texts.kindTitle(kind) : gathering.title();
            var meeting = RequiredMeetings.builder(title, kind)
                    .ids(List.of(id(kind, gathering.date(), gathering.start())))
                    .week(IsoWeek.of(gathering.date()))
                    .times(List.of(WeekPart.on(gathering.date(), gathering.start(), gathering.end())))
                    .rooms(List.of())
                    .mayExcuse(false)
                    .content(title, "", "");
            StaffId leader = gathering.leader();
            if (leader != null) {
                people.remove(leader);
                meeting.seats(1, "leader", true, List.of(leader));
            }
            people.forEach(who -> meeting.seats(1, "participant", true, List.of(who)));
            add(meeting);
        }
    }

    /** A lesson of a tutor may be taken over by a colleague, in the lesson's own time, in the weeks in which a group of the tutor may meet then. */
    private void addCovers() {
        Map<StaffId, Set<MeetingTime>> needed = new LinkedHashMap<>();
        for (List<Candidate> pool :
                weeks.isEmpty() || parameters.cover().isEmpty() ? List.<List<Candidate>>of() : pools.values()) {
            List<MeetingTime> times = sessionTimes(pool).stream()
                    .map(one ->
                            new MeetingTime(calendar.openOn(one.weekday(), weeks), one.weekday(), one.from(), one.to()))
                    .toList();
            tutors(pool.getFirst().subject())
                    .forEach(who -> needed.computeIfAbsent(who, fresh -> new LinkedHashSet<>())
                            .addAll(times));
        }
        needed.forEach((who, times) -> lessons.of(who).forEach(lesson -> addCover(who, lesson, times)));
    }

    private void addCover(StaffId who, Lesson lesson, Set<MeetingTime> needed) {
        MeetingTime time = lesson.time();
        SortedSet<IsoWeek> covered = new TreeSet<>();
        needed.stream()
                .filter(one -> MeetingTimeOverlap.overlaps(one, time))
                .forEach(one -> covered.addAll(one.weeks()));
        covered.retainAll(calendar.openOn(time.weekday(), time.weeks()));
        Set<StaffId> covers = new LinkedHashSet<>(parameters.cover());
        covers.remove(who);
        if (!covered.isEmpty() && !covers.isEmpty()) {
            add(RequiredMeetings.builder(lesson.title(), "cover")
                    .ids(List.of(id("cover", who, lesson.id(), covered.first())))
                    .weeks(covered)
                    .required(false)
                    .times(List.of(new WeekPart(time.weekday(), time.start(), time.end())))
                    .seats(1, "cover", false, covers)
                    .rooms(List.of())
                    .mayExcuse(false)
                    .content(texts.text("title.cover", lesson.title()), "", ""));
        }
    }

    /** Returns the id of a meeting: that of the intervention and its parts, with slashes between them. */
    private SessionId id(Object... parts) {
        return new SessionId(
                intervention + "/" + Stream.of(parts).map(String::valueOf).collect(Collectors.joining("/")));
    }

    private String ownPart(FormedGroup group) {
        return String.join("/", finished.idParts(group.id()));
    }

    /** Returns the title of most of a group's sessions, or its id if it has none. */
    private static String titleOf(FormedGroup group) {
        Map<String, Integer> dates = new TreeMap<>();
        group.meetings("small-group")
                .forEach(one -> dates.merge(one.title(), one.weeks().size(), Integer::sum));
        return dates.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(group.id().value());
    }
}
