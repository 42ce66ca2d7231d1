package dk.grundskema.api.imports.assembly;

import dk.grundskema.api.imports.source.Source;
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
import java.util.TreeSet;

/** Makes the existing timetable of a problem. */
final class Timetabling {
    private final AssemblySettings settings;
    private final Cast cast;
    private final FindingList findings;
    private final Spelling.Ids ids = new Spelling.Ids();

    Timetabling(AssemblySettings settings, Cast cast, FindingList findings) {
        this.settings = settings;
        this.cast = cast;
        this.findings = findings;
    }

    /** The lessons of all files. */
    List<Lesson> lessons(Source source) {
        var bells = new BellTimes(settings.bells(), source.periods());
        var making = new DraftMaking(settings, cast, bells, findings);
        var drafts = new ArrayList<Draft>();
        source.lessons().forEach(lesson -> drafts.addAll(making.of(lesson)));
        making.tell();
        var joined = new Joining(cast, findings).joined(drafts);
        var settled = new Clashes(cast, findings).settled(joined);
        var all = new Strays(cast, findings).kept(settled);
        Subjects.tell(all, findings);
        var lessons = new ArrayList<Lesson>();
        for (Draft draft : all) {
            Lesson lesson = findings.made(draft.place(), () -> lesson(draft));
            if (lesson != null) {
                lessons.add(lesson);
            }
        }
        return lessons;
    }

    private Lesson lesson(Draft draft) {
        var who = draft.who();
        boolean known = cast.knowsAllMembers(who.courses());
        var groups = new TreeSet<>(who.courses());
        if (!known) {
            groups.addAll(who.classes());
            who.courses().forEach(course -> groups.addAll(cast.classesOf(course)));
        }
        var when = draft.when();
        return new Lesson(
                new LessonId(ids.free(id(draft), "lesson")),
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

    private String title(Draft draft) {
        String first = draft.busy() ? draft.title() : draft.subject();
        String second = draft.busy() ? draft.subject() : draft.title();
        String title = first.isBlank() ? second : first;
        return title.isBlank() ? settings.lesson() : title;
    }

    /** Made of what the lesson is, so that it stays when others change. */
    private static String id(Draft draft) {
        var who = draft.who();
        var first = who.classes().isEmpty() ? (who.courses().isEmpty() ? who.staff() : who.courses()) : who.classes();
        var parts = new ArrayList<>(first.stream().limit(2).toList());
        parts.add(draft.subject().isBlank() ? draft.title() : draft.subject());
        parts.add(draft.when().weekday().name().substring(0, 3).toLowerCase(Locale.ROOT));
        parts.add(draft.when().start().toString().replace(":", ""));
        parts.removeIf(String::isBlank);
        return Spelling.id(String.join(" ", parts));
    }
}
