package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Breakdown;
import dk.grundskema.domain.fidelity.Breakdown.Column;
import dk.grundskema.domain.fidelity.Breakdown.Line;
import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.plugins.coteaching.FinishedPattern.HeldLesson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lists what each class gets: the pattern of most weeks, and notes where a pattern differs or falls short.
 *
 * @param parameters the parameters
 * @param finished   the finished co-teaching
 * @param why        explains shortages
 */
record ClassBreakdown(CoTeachingParameters parameters, FinishedCoTeaching finished, ShortageExplainer why) {
    private static final int PERCENT = 100;

    Breakdown breakdown() {
        var lines = new ArrayList<Line>();
        for (ClassNeed need : parameters.classes()) {
            var patterns = finished.patterns().stream()
                    .filter(pattern -> pattern.need().equals(need))
                    .toList();
            if (!patterns.isEmpty()) {
                lines.add(line(need, patterns));
            }
        }
        return new Breakdown(
                "co-teaching.classes",
                "co-teaching.classes.class",
                List.of(
                        new Column("co-teaching.classes.scheme", false),
                        new Column("co-teaching.classes.asked", true),
                        new Column("co-teaching.classes.given", true),
                        new Column("co-teaching.classes.total", true),
                        new Column("co-teaching.classes.share", true),
                        new Column("co-teaching.classes.co-teachers", false),
                        new Column("co-teaching.classes.preparation", false)),
                lines);
    }

    private Line line(ClassNeed need, List<FinishedPattern> patterns) {
        FinishedPattern main = patterns.stream()
                .max(Comparator.comparingInt(
                                (FinishedPattern pattern) -> pattern.weeks().size())
                        .thenComparing(FinishedPattern::first, Comparator.reverseOrder()))
                .orElseThrow();
        return new Line(
                need.groupId(),
                status(patterns),
                List.of(
                        Phrase.of("co-teaching.scheme." + need.scheme().word()),
                        lessons(wantedMinutes(main)),
                        lessons(main.givenMinutes()),
                        lessons(patterns.stream()
                                .mapToLong(FinishedPattern::totalMinutes)
                                .sum()),
                        coTaughtShare(main),
                        coTeachers(main),
                        preparation(main)),
                notes(main, patterns),
                preparations(patterns));
    }

    private static long wantedMinutes(FinishedPattern pattern) {
        return pattern.need().scheme() == CoTeachingType.TWO_ALWAYS ? pattern.allMinutes() : pattern.askedMinutes();
    }

    private Phrase lessons(long minutes) {
        return Phrase.of("co-teaching.lessons", roundedLessons(minutes));
    }

    /** Returns lessons with one decimal. Adds the half minute that rounding down to whole minutes may have dropped. */
    private double roundedLessons(long minutes) {
        return Math.round((minutes + 0.5) * 10 / parameters.lessonMinutes()) / 10.0;
    }

    /** Returns the co-teachers with their lessons in a full week, those with most first. */
    private Phrase coTeachers(FinishedPattern pattern) {
        var minutes = new LinkedHashMap<StaffId, Long>();
        for (HeldLesson held : pattern.lessons()) {
            held.coTeachers().forEach(person -> minutes.merge(person, held.minutes(), Long::sum));
        }
        if (minutes.isEmpty()) {
            return Phrase.of("co-teaching.none");
        }
        return Phrase.of(
                "co-teaching.classes.who",
                minutes.entrySet().stream()
                        .sorted(Map.Entry.<StaffId, Long>comparingByValue().reversed())
                        .map(each -> Phrase.of(
                                "co-teaching.classes.with-lessons", each.getKey(), roundedLessons(each.getValue())))
                        .toList());
    }

    /** Returns the share of the minutes of a full week: a lesson that an absence has split is several meetings of fewer weeks. */
    private static Phrase coTaughtShare(FinishedPattern pattern) {
        return Phrase.of("co-teaching.percent", PERCENT * pattern.givenMinutes() / Math.max(1, pattern.allMinutes()));
    }

    private static Phrase preparation(FinishedPattern pattern) {
        Meeting meeting = pattern.preparation();
        if (meeting == null || !pattern.isPrepared()) {
            boolean isAsked = pattern.preparationMinutes() > 0 && pattern.givenMinutes() > 0;
            return Phrase.of(isAsked ? "co-teaching.missing" : "co-teaching.none");
        }
        var teachers = meeting.seats().stream()
                .filter(seat -> seat.role().equals("teacher"))
                .map(MeetingSeat::staffId)
                .filter(Objects::nonNull)
                .toList();
        return Phrase.of("co-teaching.at-with", meeting.weekday(), meeting.start(), teachers);
    }

    private Ask.Status status(List<FinishedPattern> patterns) {
        boolean isShort = patterns.stream().anyMatch(pattern -> pattern.givenMinutes() < wantedMinutes(pattern));
        boolean isBelow = patterns.stream().anyMatch(this::isBelowGuide);
        return isShort ? Ask.Status.SHORT : isBelow ? Ask.Status.NOTED : Ask.Status.MET;
    }

    private boolean isBelowGuide(FinishedPattern pattern) {
        return pattern.need().scheme() != CoTeachingType.TWO_ALWAYS
                && pattern.isBelowGuide(pattern.need().scheme().guideLessons(), parameters);
    }

    private List<Phrase> notes(FinishedPattern main, List<FinishedPattern> patterns) {
        var notes = new ArrayList<Phrase>();
        for (FinishedPattern pattern : patterns) {
            if (isBelowGuide(pattern)) {
                notes.add(Phrase.of(
                        "co-teaching.note.below-guide",
                        weeks(pattern),
                        pattern.askedLessons(),
                        pattern.need().scheme().guideLessons(),
                        AmountFidelity.OVERVIEW_LEAST,
                        AmountFidelity.OVERVIEW_MOST));
            }
            if (pattern.givenMinutes() < wantedMinutes(pattern)) {
                Reason reason = why.explain(pattern, wantedMinutes(pattern));
                String kind = reason.code().substring(reason.code().lastIndexOf('.') + 1);
                notes.add(Phrase.of("co-teaching.note." + kind, reasonArguments(pattern, reason)));
            } else if (pattern.givenMinutes() != main.givenMinutes()) {
                notes.add(Phrase.of(
                        "co-teaching.note.other-pattern",
                        weeks(pattern),
                        LessonCountConverter.fromMinutes(pattern.givenMinutes(), parameters)));
            }
        }
        return notes;
    }

    private static Phrase weeks(FinishedPattern pattern) {
        IsoWeek first = pattern.weeks().first();
        IsoWeek last = pattern.weeks().last();
        return first.equals(last)
                ? Phrase.of("co-teaching.note.week", first)
                : Phrase.of("co-teaching.note.weeks", first, last);
    }

    private Object[] reasonArguments(FinishedPattern pattern, Reason reason) {
        var arguments = new ArrayList<Object>(List.of(
                weeks(pattern),
                LessonCountConverter.fromMinutes(pattern.givenMinutes(), parameters),
                LessonCountConverter.fromMinutes(wantedMinutes(pattern), parameters)));
        arguments.addAll(reason.arguments());
        return arguments.toArray();
    }

    private static List<SessionId> preparations(List<FinishedPattern> patterns) {
        return patterns.stream()
                .map(FinishedPattern::preparation)
                .filter(Objects::nonNull)
                .map(Meeting::sessionId)
                .toList();
    }
}
