package dk.grundskema.api.planning.change;

import dk.grundskema.api.documents.timetable.ShortStaffNames;
import dk.grundskema.api.planning.PlanNameResolver;
import dk.grundskema.api.planning.change.ChangePreview.Coverage;
import dk.grundskema.api.planning.change.ChangePreview.ShortAsk;
import dk.grundskema.api.planning.schooltimetable.SchoolTimetableDifference.LessonPair;
import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.finding.Level;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Delivery;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.PersonDay;
import dk.grundskema.solver.change.ChangedPlan;
import dk.grundskema.solver.change.LostSupport;
import dk.grundskema.solver.change.PlanChanger.AbsentTeacher;
import dk.grundskema.solver.change.PlanChanger.OrdinaryLesson;
import dk.grundskema.solver.change.PlanDifference.ChangedDate;
import dk.grundskema.solver.change.PlanDifference.DatedMeeting;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Formats the preview of a change: what changes when and for which people, what is not covered, and what it costs. */
public final class ChangeFormatter {
    /** Dates that a line lists one by one. */
    private static final int MOST_DATES = 4;

    /** Series with lost support, or of ordinary lessons, that are listed one by one. */
    private static final int MOST_SERIES = 12;

    /** Students without a group who are named where somebody leaves one. */
    private static final int MOST_WAITING = 5;

    private final Texts texts;
    private final PlanNameResolver names;
    private final ShortStaffNames staff;
    private final ChangePreview preview;
    private final List<Delivery> deliveries;

    /**
     * @param texts   texts with the names of the changed plan, including the planning texts
     * @param names   the same names
     * @param preview the preview
     * @param deliveries records of what was held; what began before the moment counts as held where there is none
     */
    public ChangeFormatter(Texts texts, PlanNameResolver names, ChangePreview preview, List<Delivery> deliveries) {
        this.texts = texts;
        this.names = names;
        this.preview = preview;
        this.deliveries = List.copyOf(deliveries);
        this.staff = new ShortStaffNames(Stream.concat(
                        preview.changed().staff().stream(),
                        preview.problem().staff().stream()
                                .filter(one ->
                                        preview.changed().staffMember(one.id()).isEmpty()))
                .toList());
    }

    /**
     * A part of the preview.
     *
     * @param kind  what it is about
     * @param title title; empty means none
     * @param lines lines, at least one
     */
    public record Section(SectionKind kind, String title, List<String> lines) {
        /** Copies the list. */
        public Section {
            lines = List.copyOf(lines);
        }
    }

    /** What a part of the preview is about. */
    public enum SectionKind {
        /** Whether meetings change, and from when. */
        SUMMARY(""),
        /** How many meetings are taken over and lost, and how many days of people change. */
        EXTENT(""),
        /** People, rooms, students and lessons of the existing timetable that are new, moved or gone. */
        GIVEN("change.given"),
        /** Formed groups that somebody leaves: who is still in them, who is alone, and who could take the place. */
        GROUPS("change.groups"),
        /** Lessons of the existing timetable that are now at the same time as another of the same people, class or room. */
        CLASHES("change.clashes"),
        /** Lessons of the existing timetable in rooms that can no longer be used. */
        LESSONS_WITHOUT_ROOM("change.lessons-without-room"),
        /** The meetings that change. */
        MEETINGS("change.meetings"),
        /** Support that is given in another lesson of the same week. */
        MOVED("change.moved-support"),
        /** Meetings that are cancelled, or have fewer people. */
        UNCOVERED("change.uncovered"),
        /** Lessons of the existing timetable without their teacher, for which the plan finds nobody. */
        ORDINARY_LESSONS("change.ordinary-lessons"),
        /** Meetings that have lost their room. */
        WITHOUT_ROOM("change.without-room"),
        /** Where support that is lost can be given later. */
        LATER("change.later"),
        /** Days of others on which a duty is new, gone or at another time. */
        DAYS("change.days"),
        /** Changed days of those whose availability changes. */
        DAYS_ABSENT("change.days-absent"),
        /** Days of people in another room. */
        ROOMS("change.rooms"),
        /** Days of people with another partner. */
        PARTNERS("change.partners"),
        /** What was held of the support that the change touches, and what is to come. */
        SUPPORT("change.support"),
        /** Conflicts that were not there before. */
        NEW_CONFLICTS("change.new-conflicts"),
        /** Shortfalls that were not there before. */
        NEW_SHORTFALLS("change.new-shortfalls"),
        /** Conflicts, shortfalls and wishes before and after. */
        COST("change.cost"),
        /** Sessions that are asked for in weeks that are over, too. */
        LATE("change.late"),
        /** The comparison with everything to come planned afresh. */
        FRESH("change.fresh");

        private final String title;

        /** @param title key of the title; empty means none */
        SectionKind(String title) {
            this.title = title;
        }
    }

    /** What dates of one series have in common. */
    private record LineKey(String what, String change) {}

    /** Returns the preview in order; sections without lines are left out. */
    public List<Section> sections() {
        var sections = new ArrayList<Section>();
        var given = new GivenChangeFormatter(
                texts,
                preview.problem(),
                preview.changed(),
                preview.now(),
                preview.lessons(),
                preview.before().timetable(),
                preview.after().timetable());
        List<String> givenLines = given.lines();
        add(sections, SectionKind.SUMMARY, summary(givenLines.isEmpty() ? "change.nothing" : "change.no-meeting"));
        add(sections, SectionKind.EXTENT, extent());
        add(sections, SectionKind.GIVEN, givenLines);
        add(sections, SectionKind.GROUPS, groups());
        add(sections, SectionKind.CLASHES, given.clashLines());
        add(sections, SectionKind.LESSONS_WITHOUT_ROOM, given.lessonsInLostRooms());
        add(sections, SectionKind.MEETINGS, changes());
        add(sections, SectionKind.MOVED, movedSupport());
        add(sections, SectionKind.UNCOVERED, uncovered());
        add(sections, SectionKind.ORDINARY_LESSONS, ordinaryLessons());
        add(sections, SectionKind.WITHOUT_ROOM, lines(preview.withoutRoom()));
        add(sections, SectionKind.LATER, lostSupport());
        add(sections, SectionKind.DAYS, byPerson(preview.daysOfOthers()));
        add(sections, SectionKind.DAYS_ABSENT, byPerson(preview.daysOfAbsentStaff()));
        add(sections, SectionKind.ROOMS, byPerson(preview.daysInOtherRoom()));
        add(sections, SectionKind.PARTNERS, byPerson(preview.daysWithOtherPartner()));
        add(
                sections,
                SectionKind.SUPPORT,
                new SupportFormatter(texts, preview.changed()).lines(new SupportCounter(preview, deliveries).count()));
        add(sections, SectionKind.NEW_CONFLICTS, sentences(preview.newViolations(Level.HARD)));
        add(
                sections,
                SectionKind.NEW_SHORTFALLS,
                Stream.concat(
                                sentences(preview.newViolations(Level.MEDIUM)).stream(),
                                preview.newlyShortAsks().stream().map(this::askText))
                        .toList());
        add(sections, SectionKind.COST, cost());
        List<SessionId> late = preview.after().begunLate();
        if (!late.isEmpty()) {
            add(sections, SectionKind.LATE, List.of(texts.text("change.late-sessions", late.size(), late.getFirst())));
        }
        if (preview.after().isLeast() && !preview.after().difference().dates().isEmpty()) {
            add(sections, SectionKind.SUMMARY, List.of(texts.text("repair.least")));
        }
        return sections;
    }

    /** Returns a line for each formed group that somebody leaves, and one more if somebody could take the place. */
    private List<String> groups() {
        var lines = new ArrayList<String>();
        for (GroupDeparture one : preview.departures()) {
            LocalDate monday = one.from().date(DayOfWeek.MONDAY);
            lines.add(
                    switch (one.remaining().size()) {
                        case 0 -> texts.text("change.group-empty", one.group(), monday, one.emptyDates());
                        case 1 ->
                            texts.text(
                                    "change.group-alone",
                                    one.group(),
                                    monday,
                                    one.remaining().getFirst());
                        default -> texts.text("change.group-goes-on", one.group(), monday, one.remaining());
                    });
            if (!one.waiting().isEmpty()) {
                lines.add(texts.text(
                        "change.group-place",
                        one.group(),
                        one.waiting().stream().limit(MOST_WAITING).toList(),
                        Math.max(0, one.waiting().size() - MOST_WAITING)));
            }
        }
        return List.copyOf(lines);
    }

    private void add(List<Section> sections, SectionKind kind, List<String> lines) {
        if (!lines.isEmpty()) {
            sections.add(section(kind, lines));
        }
    }

    private Section section(SectionKind kind, List<String> lines) {
        return new Section(kind, kind.title.isEmpty() ? "" : texts.text(kind.title), lines);
    }

    /** @param unchanged key of the text if no meeting changes */
    private List<String> summary(String unchanged) {
        return List.of(
                preview.after().difference().dates().isEmpty()
                        ? texts.text(unchanged)
                        : texts.text(
                                "change.past",
                                preview.now().toLocalDate(),
                                preview.now().toLocalTime()));
    }

    private List<String> extent() {
        var difference = preview.after().difference();
        Coverage coverage = preview.coverage();
        var lines = new ArrayList<String>();
        if (!difference.dates().isEmpty() || !coverage.isComplete()) {
            lines.add(texts.text("change.coverage", coverage.takenOver(), coverage.nobody(), coverage.withoutRoom()));
        }
        if (!difference.dates().isEmpty()) {
            lines.add(texts.text(
                    "change.summary",
                    preview.daysOfOthers().size(),
                    preview.daysInOtherRoom().size(),
                    preview.daysWithOtherPartner().size(),
                    difference.dates().size()));
        }
        return lines;
    }

    private List<String> changes() {
        return lines(preview.after().difference().dates());
    }

    private List<String> movedSupport() {
        return preview.movedSupport().stream()
                .map(one -> {
                    DatedMeeting lost = Objects.requireNonNull(one.lost().before());
                    DatedMeeting given = one.given().dated();
                    return texts.text(
                            "change.later-line",
                            datesText(List.of(lost.date())),
                            meetingText(lost.meeting()),
                            people(one.formerStaff()),
                            placeText(given.date(), given.meeting(), one.staff()));
                })
                .toList();
    }

    private String placeText(LocalDate date, Meeting meeting, List<StaffId> who) {
        return placeText(
                new LostSupport.Place(date, meeting.start(), meeting.end(), meeting.title(), who, meeting.roomId()));
    }

    private List<String> uncovered() {
        var lines = new ArrayList<>(lines(preview.uncovered()));
        Map<String, List<LocalDate>> teachers = new LinkedHashMap<>();
        for (AbsentTeacher one : preview.absentTeachers()) {
            String others = one.meeting().seats().stream()
                    .map(seat -> seat.staffId())
                    .filter(Objects::nonNull)
                    .filter(who -> !one.staffId().equals(who))
                    .map(who -> staff.shortName(Objects.requireNonNull(who)))
                    .collect(Collectors.joining(", "));
            String line = others.isEmpty()
                    ? texts.text("change.teacher-alone", meetingText(one.meeting()), staff.shortName(one.staffId()))
                    : texts.text(
                            "change.teacher-away", meetingText(one.meeting()), staff.shortName(one.staffId()), others);
            teachers.computeIfAbsent(line, any -> new ArrayList<>()).add(one.date());
        }
        teachers.forEach((line, dates) -> lines.add(texts.text("change.line", datesText(dates), line)));
        return lines;
    }

    /** Returns a line for each series of a person's ordinary lessons; beyond a dozen they are only counted. */
    private List<String> ordinaryLessons() {
        Map<String, List<LocalDate>> series = new LinkedHashMap<>();
        for (OrdinaryLesson one : preview.ordinaryLessons()) {
            String text = texts.text("change.person", names.lessonText(one.lesson()), staff.shortName(one.staffId()));
            series.computeIfAbsent(text, any -> new ArrayList<>()).add(one.date());
        }
        var lines = new ArrayList<String>();
        series.entrySet().stream()
                .limit(MOST_SERIES)
                .map(one -> texts.text("change.line", datesText(one.getValue()), one.getKey()))
                .forEach(lines::add);
        if (series.size() > MOST_SERIES) {
            lines.add(texts.text("change.more-lessons", series.size() - MOST_SERIES));
        }
        return lines;
    }

    /** Returns a line for each series with lost support, those with a later place first; beyond a dozen they are only counted. */
    private List<String> lostSupport() {
        List<LostSupport> all = preview.lostSupport();
        var lines = new ArrayList<String>();
        all.stream()
                .sorted(Comparator.comparing(one -> one.places().isEmpty()))
                .limit(MOST_SERIES)
                .map(this::lostSupportText)
                .forEach(lines::add);
        if (all.size() > MOST_SERIES) {
            lines.add(texts.text("change.more-support", all.size() - MOST_SERIES));
        }
        return lines;
    }

    private String lostSupportText(LostSupport one) {
        String places = one.places().isEmpty()
                ? texts.text(one.isComplete() ? "change.later-none" : "change.later-none-tried")
                : one.places().stream().map(this::placeText).collect(Collectors.joining("; "));
        return texts.text(
                "change.later-line", datesText(one.dates()), meetingText(one.meeting()), people(one.staff()), places);
    }

    private String placeText(LostSupport.Place place) {
        RoomId room = place.room();
        return texts.text(
                "change.later-place",
                place.date(),
                place.start(),
                place.end(),
                place.title(),
                people(place.staff()),
                room == null ? texts.text("repair.no-room") : room);
    }

    /** Returns a line for each series and kind of change, in order of the first date. */
    private List<String> lines(List<ChangedDate> changes) {
        Map<LineKey, List<LocalDate>> dates = new LinkedHashMap<>();
        for (ChangedDate one : changes) {
            DatedMeeting was = one.before() == null ? one.dated() : one.before();
            dates.computeIfAbsent(new LineKey(meetingText(was.meeting()), changeText(one)), any -> new ArrayList<>())
                    .add(was.date());
        }
        return dates.entrySet().stream()
                .map(entry -> texts.text(
                        "change.line",
                        datesText(entry.getValue()),
                        entry.getKey().what() + ": " + entry.getKey().change()))
                .toList();
    }

    private String datesText(List<LocalDate> dates) {
        List<LocalDate> days = dates.stream().distinct().sorted().toList();
        if (days.size() <= MOST_DATES) {
            return days.stream().map(day -> texts.text("change.date", day)).collect(Collectors.joining(", "));
        }
        return texts.text("change.dates", days.size(), days.getFirst(), days.getLast());
    }

    private String meetingText(Meeting meeting) {
        boolean isOfOneStudent =
                meeting.groupIds().isEmpty() && meeting.studentIds().size() == 1;
        String of = isOfOneStudent
                ? texts.text("change.student", meeting.studentIds().getFirst())
                : names.fewGroupsNotInTitle(meeting);
        return texts.text("repair.meeting", meeting.start(), meeting.end(), meeting.title())
                + (of.isEmpty() ? "" : " (" + of + ")");
    }

    private String movedText(LessonPair pair, ChangedDate one) {
        MeetingTime time = pair.after().time();
        String text = pair.hasOtherContent() && hasSameStart(pair)
                ? texts.text("change.replaced-by-school", pair.after().title())
                : hasSameStart(pair)
                        ? texts.text(
                                "change.length-changed-by-school",
                                time.start(),
                                time.end(),
                                pair.before().time().start(),
                                pair.before().time().end())
                        : texts.text("change.moved-by-school", time.weekday(), time.start(), time.end());
        var missing = new ArrayList<>(Objects.requireNonNull(one.before()).holders());
        missing.removeAll(preview.peopleInMovedLesson(one));
        return missing.isEmpty() ? text : texts.text("change.moved-by-school-without", text, people(missing));
    }

    private static boolean hasSameStart(LessonPair pair) {
        return pair.before().time().weekday() == pair.after().time().weekday()
                && pair.before().time().start().equals(pair.after().time().start());
    }

    private String changeText(ChangedDate one) {
        DatedMeeting was = one.before();
        DatedMeeting is = one.after();
        if (was == null) {
            return texts.text("change.new", people(Objects.requireNonNull(is).holders()));
        }
        if (is == null) {
            return preview.replacedLesson(one)
                    .map(pair -> movedText(pair, one))
                    .orElseGet(() -> texts.text("change.cancelled"));
        }
        var parts = new ArrayList<String>();
        boolean isMoved = !was.date().equals(is.date())
                || !was.meeting().start().equals(is.meeting().start());
        if (isMoved) {
            parts.add(
                    was.date().equals(is.date())
                            ? texts.text(
                                    "change.moved-time",
                                    is.meeting().start(),
                                    is.meeting().end())
                            : texts.text(
                                    "change.moved",
                                    is.date(),
                                    is.meeting().start(),
                                    is.meeting().end()));
        }
        var coming = new ArrayList<>(is.holders());
        was.holders().forEach(coming::remove);
        var leaving = new ArrayList<>(was.holders());
        is.holders().forEach(leaving::remove);
        if (!coming.isEmpty() || !leaving.isEmpty()) {
            parts.add(
                    coming.isEmpty()
                            ? texts.text("change.nobody-for", people(leaving))
                            : leaving.isEmpty()
                                    ? texts.text("change.joins", people(coming))
                                    : texts.text("change.takes-over", people(coming), people(leaving)));
        }
        if (!was.isIn(is)) {
            parts.add(texts.text("change.in-room", rooms(was.meeting()), rooms(is.meeting())));
        }
        if (!was.meeting().title().equals(is.meeting().title())) {
            parts.add(texts.text("change.becomes", is.meeting().title()));
        }
        return parts.isEmpty() ? texts.text("change.otherwise") : String.join("; ", parts);
    }

    private String people(List<StaffId> some) {
        return some.isEmpty()
                ? texts.text("change.nobody")
                : some.stream().map(staff::shortName).collect(Collectors.joining(", "));
    }

    private String rooms(Meeting meeting) {
        List<RoomId> all = Stream.concat(Stream.ofNullable(meeting.roomId()), meeting.extraRoomIds().stream())
                .toList();
        return all.isEmpty()
                ? texts.text("repair.no-room")
                : all.stream().map(room -> String.valueOf(names.apply(room))).collect(Collectors.joining(", "));
    }

    private List<String> byPerson(Collection<PersonDay> days) {
        Map<StaffId, List<LocalDate>> dates = new TreeMap<>();
        days.forEach(one ->
                dates.computeIfAbsent(one.staffId(), any -> new ArrayList<>()).add(one.date()));
        return dates.entrySet().stream()
                .map(entry -> texts.text("change.person", staff.shortName(entry.getKey()), datesText(entry.getValue())))
                .toList();
    }

    private String askText(ShortAsk one) {
        Ask ask = one.ask();
        return texts.text(
                "change.ask-short",
                one.intervention() == null
                        ? texts.text("fidelity.every-plan")
                        : texts.text("fidelity.of", one.intervention()),
                texts.text(ask.code()),
                texts.text("unit." + ask.unit(), ask.asked()),
                texts.text("unit." + ask.unit(), ask.given()));
    }

    private List<String> sentences(List<RuleViolation> some) {
        return some.stream().map(texts::sentenceOf).toList();
    }

    private List<String> cost() {
        ChangedPlan before = preview.before();
        ChangedPlan after = preview.after();
        return List.of(
                texts.text("change.conflicts", preview.count(before, Level.HARD), preview.count(after, Level.HARD)),
                texts.text(
                        "change.shortfalls",
                        preview.shortfallsBefore(),
                        preview.shortfallsAfter(),
                        preview.fidelityBefore().count(Ask.Status.SHORT),
                        preview.fidelityAfter().count(Ask.Status.SHORT)),
                texts.text("change.wishes", before.wishCost(), after.wishCost()));
    }

    /** Returns the comparison with a plan in which everything to come is planned afresh. */
    public Section comparison(ChangedPlan fresh) {
        ChangedPlan after = preview.after();
        var lines = new ArrayList<>(List.of(
                texts.text(
                        "change.fresh-conflicts", preview.count(after, Level.HARD), preview.count(fresh, Level.HARD)),
                texts.text(
                        "change.fresh-shortfalls",
                        preview.count(after, Level.MEDIUM),
                        preview.count(fresh, Level.MEDIUM)),
                texts.text(
                        "change.fresh-days",
                        preview.changedDays(after).size(),
                        preview.changedDays(fresh).size())));
        lines.add(texts.text(isBetter(fresh) ? "change.fresh-better" : "change.fresh-no-better"));
        return section(SectionKind.FRESH, lines);
    }

    /** Returns whether a plan has fewer conflicts or fewer shortfalls, so that the planner has a choice; the figures say what it has more of. */
    public boolean isBetter(ChangedPlan fresh) {
        long hard = preview.count(fresh, Level.HARD) - preview.count(preview.after(), Level.HARD);
        long medium = preview.count(fresh, Level.MEDIUM) - preview.count(preview.after(), Level.MEDIUM);
        return hard < 0 || medium < 0;
    }

    /** Returns sections as Markdown. */
    public static String markdown(String title, List<Section> sections) {
        var text = new StringBuilder("# ").append(title).append('\n');
        for (Section section : sections) {
            text.append('\n');
            if (!section.title().isEmpty()) {
                text.append("## ").append(section.title()).append("\n\n");
            }
            section.lines()
                    .forEach(line -> text.append(section.title().isEmpty() ? "" : "- ")
                            .append(line)
                            .append('\n'));
        }
        return text.toString();
    }
}
