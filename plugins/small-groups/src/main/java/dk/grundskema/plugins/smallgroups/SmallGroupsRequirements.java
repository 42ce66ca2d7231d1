package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.RequiredMeetings;
import dk.grundskema.solver.spi.RequiredMeetings.RequiredSeat;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.RequiredWeeks;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Derives the meetings that small groups must have from the parameters and the formed groups. Shares no code with the expansion.
 */
final class SmallGroupsRequirements {
    private final Problem problem;
    private final SmallGroupsParameters parameters;
    private final FinishedIntervention finished;
    private final PluginTexts texts;
    private final RequiredWeeks calendar;
    private final SortedSet<IsoWeek> weeks;
    private final SortedSet<IsoWeek> school;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private SmallGroupsRequirements(
            Intervention<SmallGroupsParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.problem = problem;
        this.parameters = intervention.parameters();
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.texts = PluginTexts.ofPlugin(SmallGroupsPlugin.class, problem.language());
        this.calendar = new RequiredWeeks(problem);
        this.weeks = calendar.of(parameters.firstWeek(), parameters.weeks(), interruptions);
        this.school = calendar.of(null, problem.horizon().weeks(), interruptions);
    }

    static List<RequiredMeetings> of(
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

    private void addGroup(FormedGroup group) {
        String subject = parameters.candidates().stream()
                .filter(one -> group.members().contains(one.studentId()))
                .map(Candidate::subject)
                .filter(one -> group.meetings().stream()
                        .anyMatch(held -> held.subject().equals(one)))
                .findFirst()
                .orElse("");
        addWeekly(group, subject);
        if (parameters.talkMinutes() > 0) {
            addTalk(group, subject, "before", weekBefore());
            addTalk(group, subject, "during", List.copyOf(weeks).get(weeks.size() / 2));
            addTalk(group, subject, "after", weekAfter());
        }
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

    /**
     * A group meets as often in a week as asked. Each of its meetings keeps its weekday, so that in a week in which the weekday is closed there is
     * one less.
     */
    private void addWeekly(FormedGroup group, String subject) {
        int left = parameters.sessionsPerWeek();
        for (Map.Entry<DayOfWeek, Integer> day : meetingsByWeekday(group).entrySet()) {
            int count = Math.min(left, day.getValue());
            SortedSet<IsoWeek> open = calendar.openOn(day.getKey(), weeks);
            List<WeekPart> times = parts(parameters.sessionMinutes(), Set.of(day.getKey()));
            if (count > 0 && !open.isEmpty() && !times.isEmpty()) {
                required.add(weekly(group, subject, open, count, times));
                left -= count;
            }
        }
        List<WeekPart> times = parts(parameters.sessionMinutes(), Set.of(DayOfWeek.values()));
        if (left > 0 && !times.isEmpty()) {
            required.add(weekly(group, subject, weeks, left, times));
        }
    }

    /** Returns the most meetings of a group on a weekday in any week. */
    private static Map<DayOfWeek, Integer> meetingsByWeekday(FormedGroup group) {
        Map<DayOfWeek, Map<IsoWeek, Integer>> counts = new EnumMap<>(DayOfWeek.class);
        for (Meeting meeting : group.meetings("small-group")) {
            Map<IsoWeek, Integer> own = counts.computeIfAbsent(meeting.weekday(), fresh -> new HashMap<>());
            meeting.weeks().forEach(week -> own.merge(week, 1, Integer::sum));
        }
        Map<DayOfWeek, Integer> most = new EnumMap<>(DayOfWeek.class);
        counts.forEach((day, own) ->
                most.put(day, own.values().stream().max(Integer::compare).orElse(0)));
        return most;
    }

    private RequiredMeetings weekly(
            FormedGroup group, String subject, SortedSet<IsoWeek> open, int count, List<WeekPart> times) {
        return new RequiredMeetings(
                titleOf(group),
                "small-group",
                Set.of(group.id()),
                Set.of(),
                open,
                count,
                true,
                true,
                parameters.sessionMinutes(),
                times,
                List.of(new RequiredSeat("tutor", true)),
                new Workload(true, 100, parameters.preparationMinutes()),
                subject,
                "");
    }

    private void addTalk(FormedGroup group, String subject, String phase, IsoWeek week) {
        Set<DayOfWeek> open = new LinkedHashSet<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (calendar.isOpen(week.date(day))) {
                open.add(day);
            }
        }
        List<WeekPart> times = parts(parameters.talkMinutes(), open);
        if (!times.isEmpty()) {
            required.add(new RequiredMeetings(
                    texts.text("title.talk-" + phase, titleOf(group)),
                    "talk",
                    Set.of(group.id()),
                    Set.of(),
                    new TreeSet<>(Set.of(week)),
                    1,
                    true,
                    true,
                    parameters.talkMinutes(),
                    times,
                    List.of(new RequiredSeat("tutor", true), new RequiredSeat("teacher", false)),
                    Workload.defaults(),
                    subject,
                    ""));
        }
    }

    private void addGatherings() {
        for (Gathering gathering : parameters.gatherings()) {
            List<StaffId> everybody =
                    parameters.tutors().stream().map(Tutor::staffId).toList();
            Set<StaffId> people = new LinkedHashSet<>(gathering.staff().isEmpty() ? everybody : gathering.staff());
            List<RequiredSeat> seats = new ArrayList<>();
            StaffId leader = gathering.leader();
            if (leader != null) {
                people.remove(leader);
                seats.add(new RequiredSeat("leader", true));
            }
            people.forEach(one -> seats.add(new RequiredSeat("participant", true)));
            required.add(new RequiredMeetings(
                    gathering.title() == null ? gathering.kind().sessionKind() : gathering.title(),
                    gathering.kind().sessionKind(),
                    Set.of(),
                    Set.of(),
                    new TreeSet<>(Set.of(IsoWeek.of(gathering.date()))),
                    1,
                    true,
                    true,
                    Duration.between(gathering.start(), gathering.end()).toMinutes(),
                    List.of(new WeekPart(gathering.date().getDayOfWeek(), gathering.start(), gathering.end())),
                    seats,
                    Workload.defaults(),
                    null,
                    null));
        }
    }

    /** A lesson of a tutor may be taken over by a colleague, in the lesson's own time. */
    private void addCovers() {
        Set<StaffId> tutors = new LinkedHashSet<>();
        parameters.tutors().forEach(one -> tutors.add(one.staffId()));
        for (Lesson lesson : parameters.cover().isEmpty() ? List.<Lesson>of() : problem.lessons()) {
            SortedSet<IsoWeek> open =
                    calendar.openOn(lesson.time().weekday(), lesson.time().weeks());
            long teaching = lesson.teachers().stream().filter(tutors::contains).count();
            if (teaching > 0 && !open.isEmpty()) {
                required.add(new RequiredMeetings(
                        lesson.title(),
                        "cover",
                        Set.of(),
                        Set.of(),
                        open,
                        (int) teaching,
                        true,
                        false,
                        Duration.between(lesson.time().start(), lesson.time().end())
                                .toMinutes(),
                        List.of(new WeekPart(
                                lesson.time().weekday(),
                                lesson.time().start(),
                                lesson.time().end())),
                        List.of(new RequiredSeat("cover", false)),
                        Workload.defaults(),
                        null,
                        null));
            }
        }
    }

    /** Returns the usable parts of the week on some weekdays that are long enough. */
    private List<WeekPart> parts(int minutes, Set<DayOfWeek> days) {
        var parts = new ArrayList<WeekPart>();
        for (UsableTime usable : parameters.usable()) {
            for (DayOfWeek day : usable.days()) {
                boolean isLongEnough =
                        Duration.between(usable.start(), usable.end()).toMinutes() >= minutes;
                if (days.contains(day) && isLongEnough) {
                    parts.add(new WeekPart(day, usable.start(), usable.end()));
                }
            }
        }
        return parts;
    }

    private String titleOf(FormedGroup group) {
        GroupId id = group.id();
        return group.meetings().stream()
                .filter(one -> one.kind().equals("small-group"))
                .map(Meeting::title)
                .findFirst()
                .orElse(id.value());
    }
}
