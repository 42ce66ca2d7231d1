package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.SourceBellTime;
import dk.grundskema.api.imports.source.SourceData;
import dk.grundskema.api.imports.source.SourceLocation;
import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Builds the lessons of the existing timetable. */
final class BaseTimetableBuilder {
    private final AssemblySettings settings;
    private final EntityRegistry entities;
    private final FileFindingList findings;
    private final NameNormalizer.IdAllocator ids = new NameNormalizer.IdAllocator();

    BaseTimetableBuilder(AssemblySettings settings, EntityRegistry entities, FileFindingList findings) {
        this.settings = settings;
        this.entities = entities;
        this.findings = findings;
    }

    /** Returns the lessons of all files. */
    List<Lesson> createLessons(SourceData source) {
        var bells = bellTimes(source);
        var making = new LessonDraftFactory(settings, entities, bells, findings);
        var drafts = new ArrayList<LessonDraft>();
        source.lessons().forEach(lesson -> drafts.addAll(making.createDrafts(lesson)));
        making.reportSkippedLessons();
        var joined = new LessonDraftJoiner(entities, findings).join(drafts);
        var settled = new ClashFinder(entities, findings).markOverlapsAsParts(joined);
        var all = new UnassignedStudentBlocker(entities, findings).addBusyTimes(settled);
        SubjectSpellingChecker.report(
                all.stream()
                        .filter(draft ->
                                !source.exact().contains(draft.firstPlace().file()))
                        .toList(),
                settings.mapping().subjects(),
                findings);
        var lessons = new ArrayList<Lesson>();
        for (LessonDraft draft : all) {
            Lesson lesson = findings.createOrReport(draft.firstPlace(), () -> createLesson(draft));
            if (lesson != null) {
                lessons.add(lesson);
            }
        }
        return lessons;
    }

    /** Returns the stated times; if there are none at all, proposed ones, after reporting them. */
    private BellTimes bellTimes(SourceData source) {
        var stated = new BellTimes(settings.bells(), source.periods());
        var proposed =
                stated.isEmpty() ? ProposedBellTimes.propose(source.lessons()) : Optional.<List<SourceBellTime>>empty();
        proposed.ifPresent(times -> findings.warning(
                new SourceLocation(source.lessons().getFirst().place().file(), ""),
                "import.bells.proposed",
                times.stream().map(ProposedBellTimes::describe).toList()));
        return proposed.map(times -> new BellTimes(times, List.of())).orElse(stated);
    }

    private Lesson createLesson(LessonDraft draft) {
        var who = draft.who();
        boolean known = entities.knowsAllMembers(who.courses());
        var groups = new TreeSet<>(who.courses());
        if (!known) {
            groups.addAll(who.classes());
            who.courses().forEach(course -> groups.addAll(entities.classesOf(course)));
        }
        var when = draft.when();
        return new Lesson(
                new LessonId(ids.allocate(id(draft), "lesson")),
                title(draft),
                draft.subject(),
                draft.busy() ? Lesson.Kind.BUSY : Lesson.Kind.TEACHING,
                new MeetingTime(when.weeks(), when.weekday(), when.start(), when.end()),
                null,
                draft.rooms().isEmpty() ? null : new RoomId(draft.rooms().getFirst()),
                draft.rooms().stream().skip(1).map(RoomId::new).toList(),
                groups.stream().map(GroupId::new).toList(),
                draft.part() || (!known && !who.courses().isEmpty()),
                who.students().stream().map(StudentId::new).toList(),
                who.staff().stream().map(StaffId::new).toList());
    }

    private String title(LessonDraft draft) {
        String first = draft.busy() ? draft.title() : draft.subject();
        String second = draft.busy() ? draft.subject() : draft.title();
        String title = first.isBlank() ? second : first;
        return title.isBlank() ? settings.lesson() : title;
    }

    /** Returns an id from the lesson's own properties, so that it stays the same when other lessons change. */
    private static String id(LessonDraft draft) {
        var who = draft.who();
        var first = who.classes().isEmpty() ? (who.courses().isEmpty() ? who.staff() : who.courses()) : who.classes();
        var parts = new ArrayList<>(first.stream().limit(2).toList());
        parts.add(draft.subject().isBlank() ? draft.title() : draft.subject());
        parts.add(draft.when().weekday().name().substring(0, 3).toLowerCase(Locale.ROOT));
        parts.add(draft.when().start().toString().replace(":", ""));
        parts.removeIf(String::isBlank);
        return NameNormalizer.toId(String.join(" ", parts));
    }
}
